/**
 * `npm run doctor`: looks at everything that could be wrong and says how to mend it.
 * @module
 */
import { requireNode } from './node-version.mjs';

requireNode();
const { runDoctor } = await import('./doctor/run-doctor.mjs');
await runDoctor(process.argv.slice(2));
