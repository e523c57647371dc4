/**
 * `npm start`: from a fresh clone to a served sample city.
 * @module
 */
import { requireNode } from './node-version.mjs';

requireNode();
const { runStart } = await import('./start/run-start.mjs');
await runStart(process.argv.slice(2));
