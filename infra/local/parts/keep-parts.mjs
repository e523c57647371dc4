/**
 * Starts a part again that died while it was needed, where its users expect it.
 * @module
 */
import { isAlive } from '../process-facts.mjs';
import { readRunFile, writeRunFile } from '../run-file.mjs';
import { lockParts } from './ensure-parts.mjs';
import { allParts } from './part.mjs';
import { partSet } from './part-set.mjs';
import { startPart } from './start-part.mjs';

const checkMs = 1000;

/**
 * @param {object} options
 * @param {string} options.root the repository
 * @param {(zh: string, en: string) => void} options.log
 * @param {'demo' | 'test' | 'dev'} [options.name]
 * @returns {{ stop: () => Promise<void> }} `stop` waits for a start under way
 */
export function keepParts({ root, log, name = 'demo' }) {
  const set = partSet(root, name);
  let busy = Promise.resolve();
  let idle = true;
  const timer = setInterval(() => {
    if (!idle || deadParts(set).length === 0) return;
    idle = false;
    busy = restart(set, log)
      .catch((error) => log(`未能重新启动：${error.message}`, `could not be started again: ${error.message}`))
      .finally(() => {
        idle = true;
      });
  }, checkMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await busy;
    },
  };
}

/** @param {import('./part-set.mjs').PartSet} set */
function deadParts(set) {
  const { parts } = readRunFile(set.folder);
  return allParts.filter(({ name }) => parts[name] && !isAlive(parts[name].process));
}

/** @param {import('./part-set.mjs').PartSet} set @param {(zh: string, en: string) => void} log */
async function restart(set, log) {
  const release = await lockParts(set);
  try {
    for (const part of deadParts(set)) {
      log(`${part.title} 意外退出，重新启动`, `${part.title} ended unexpectedly and is started again`);
      const run = readRunFile(set.folder);
      const record = await startPart(part, set, run, () => {}, run.parts[part.name]);
      writeRunFile(set.folder, { ...run, parts: { ...run.parts, [part.name]: record } });
    }
  } finally {
    release();
  }
}
