/**
 * `npm test`: every test against real parts, ending with the counts.
 * @module
 */
import { requireNode } from './node-version.mjs';

requireNode();
const { runTests } = await import('./testing/run-tests.mjs');
await runTests(process.argv.slice(2));
