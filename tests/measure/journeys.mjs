/**
 * Journeys of the console as people go them in a browser: by keys alone, and what their browsers asked for.
 * @module
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { timed } from './scratch-clone.mjs';

const command = 'npm run test:browser';

/** @param {string} folder a clone @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureJourneys(folder) {
  const { code, output } = await timed(folder, 'npm', ['run', 'test:browser']);
  const counts = /(\d+) passed, (\d+) failed/.exec(output)?.[0];
  if (counts === undefined) throw new Error(`test:browser ended with ${code}: ${output.slice(-3000)}`);
  const reports = join(folder, '.local/journeys');
  const told = readdirSync(reports).map((file) => JSON.parse(readFileSync(join(reports, file), 'utf8')));
  const sum = (what) => told.reduce((total, one) => total + one[what], 0);
  const row = (what, value, reference = '') => ({ what, value: String(value), reference, command });
  return [
    row('journeys and short form: steps', counts, '0 failed'),
    row('requests of the browsers', sum('requests')),
    row('of these to other hosts', sum('requestsElsewhere'), '0'),
    row('pages loaded, each with the Content-Security-Policy of DECISIONS.md and a nonce of its own', sum('pages')),
    ...told
      .flatMap(({ measured }) => measured)
      .map(({ keyboard, presses, stops }) =>
        row(`by keys alone: ${keyboard}`, `${presses} keys, ${stops} stops of Tab`, 'no stop hidden'),
      ),
  ];
}
