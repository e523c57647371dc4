/**
 * `npm run check`: what must be true before a change is shared.
 * @module
 */
import { requireNode } from './node-version.mjs';

requireNode();
const { runCheck } = await import('./checking/run-check.mjs');
await runCheck(process.argv.slice(2));
