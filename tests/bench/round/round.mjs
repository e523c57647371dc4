#!/usr/bin/env node
/**
 * `npm run bench -- round [--needs 1000,10000,30000,100000] [--repeat 5]`: generated rounds, beside OR-tools where it is.
 * `npm run bench -- round --instance FILE [--format …] [--hospitals FILE] [--maximise] [--seconds 60]`: somebody's instance.
 * Uses the built engine (`npm run build`).
 * @module
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    needs: { type: 'string', default: '1000,10000,30000,100000' },
    repeat: { type: 'string', default: '5' },
    instance: { type: 'string' },
    hospitals: { type: 'string' },
    format: { type: 'string' },
    maximise: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
  },
});
if (values.instance === undefined) {
  const { benchGenerated } = await import('./generated-rounds.mjs');
  benchGenerated(values.needs.split(',').map(Number), Number(values.repeat));
} else {
  const { benchInstance } = await import('./instance.mjs');
  process.exitCode = await benchInstance(values.instance, values);
}
