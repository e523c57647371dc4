/**
 * A lock between processes that a killed holder cannot keep.
 * @module
 */
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, markOf } from './process-facts.mjs';

/**
 * Takes the lock, waiting while another living process holds it.
 *
 * @param {string} file
 * @param {object} [options]
 * @param {number} [options.waitMs] how long to wait for the holder, 0 for not at all
 * @param {() => void} [options.onWait] called once when the lock is held by somebody else
 * @returns {Promise<(() => void) | undefined>} a function that gives the lock back; undefined when it stayed taken
 */
export async function takeLock(file, { waitMs = 0, onWait = () => {} } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  const until = Date.now() + waitMs;
  let told = false;
  while (!claim(file)) {
    if (!told) onWait();
    told = true;
    if (Date.now() >= until) return undefined;
    await sleep(100);
  }
  return () => rmSync(file, { force: true });
}

/** @param {string} file @returns {import('./process-facts.mjs').ProcessMark | undefined} who holds the lock */
export function lockHolder(file) {
  try {
    const mark = JSON.parse(readFileSync(file, 'utf8'));
    return isAlive(mark) ? mark : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} file */
function claim(file) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(markOf(process.pid)));
  try {
    if (linked(mine, file)) return true;
    if (lockHolder(file)) return false;
    // The holder is dead. Moving the file away first makes sure that what is removed is what was judged.
    const stale = `${mine}.stale`;
    try {
      renameSync(file, stale);
    } catch {
      return false;
    }
    if (lockHolder(stale)) linked(stale, file);
    rmSync(stale, { force: true });
    return linked(mine, file);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} from @param {string} to */
function linked(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error?.code === 'EEXIST') return false;
    throw error;
  }
}
