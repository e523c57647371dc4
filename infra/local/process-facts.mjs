/**
 * What the system knows about a process: enough to tell ours from another that got the same number.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');

/**
 * @typedef {object} ProcessMark names one run of a process, also after the number was used again
 * @property {number} pid
 * @property {string} born start time as the system writes it; compared, never read
 */

/**
 * @param {number} pid
 * @returns {ProcessMark | undefined} undefined when no such process runs (a zombie does not)
 */
export function markOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  try {
    if (!hasProc) {
      const born = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
      return born ? { pid, born } : undefined;
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold spaces: fields are counted after it. Field 3 is the state, 22 the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return { pid, born: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/**
 * @param {ProcessMark | undefined} mark
 * @returns {boolean} whether exactly this process still runs
 */
export function isAlive(mark) {
  const now = mark && markOf(mark.pid);
  return now !== undefined && now.born === mark?.born;
}

/**
 * Finds processes by their working folder: unlike a pid file, it is neither stale nor lost.
 *
 * @param {string} folder full path
 * @returns {ProcessMark[]} processes of this user that work in the folder, also after it was deleted; none without /proc
 */
export function processesIn(folder) {
  if (!hasProc) return [];
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const workingFolder = readlinkSync(`/proc/${name}/cwd`);
      if (workingFolder !== folder && workingFolder !== `${folder} (deleted)`) return [];
      return markOf(Number(name)) ?? [];
    } catch {
      return []; // It ended, or belongs to somebody else.
    }
  });
}

/**
 * @param {number} pid
 * @returns {number | undefined} resident memory in bytes
 */
export function residentBytes(pid) {
  try {
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? Number(line[1]) * 1024 : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @param {ReadonlySet<number>} [apart] processes not to descend into
 * @returns {number[]} the process and everything below it, parents first; only the process where /proc is absent
 */
export function withDescendants(pid, apart = new Set()) {
  if (!hasProc) return [pid];
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended while we looked.
    }
  }
  const found = [pid];
  for (const each of found) found.push(...(children.get(each) ?? []).filter((child) => !apart.has(child)));
  return found;
}
