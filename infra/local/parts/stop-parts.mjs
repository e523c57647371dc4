/**
 * Stops the parts when nobody needs them any more.
 * @module
 */
import { isAlive, processesIn } from '../process-facts.mjs';
import { readRunFile, writeRunFile } from '../run-file.mjs';
import { stopProcess } from './daemon.mjs';
import { lockParts } from './ensure-parts.mjs';
import { allParts } from './part.mjs';
import { foldersOf, partSet } from './part-set.mjs';

/**
 * Leaves the set. Servers given by the environment are never touched, and a set that another command uses, or that was
 * asked to stay, keeps running.
 *
 * @param {object} options
 * @param {string} options.root the repository
 * @param {'demo' | 'test' | 'dev'} [options.name]
 * @param {boolean} [options.force] also when it was asked to stay
 * @returns {Promise<string[]>} names of the parts that were stopped
 */
export async function stopParts({ root, name = 'demo', force = false }) {
  const set = partSet(root, name);
  const release = await lockParts(set);
  try {
    const run = readRunFile(set.folder);
    run.users = run.users.filter((user) => user.pid !== process.pid && isAlive(user));
    if (!force && (run.kept || run.users.length > 0)) {
      writeRunFile(set.folder, run);
      return [];
    }
    const stopped = Object.keys(run.parts);
    // The search engine and the queue first: the database holds what both are rebuilt from.
    for (const { name: part } of allParts.toReversed()) {
      const record = run.parts[part];
      if (record) await stopProcess(record.process, { pidFile: record.pidFile });
      for (const left of processesIn(foldersOf(set, part).data)) await stopProcess(left);
      delete run.parts[part];
    }
    delete run.kept;
    writeRunFile(set.folder, run);
    return stopped;
  } finally {
    release();
  }
}
