/**
 * What the matcher tells of its own time.
 * @module
 */

import { readFileSync } from 'node:fs';

/** Seconds by part, as the metrics of the process have them. @param {string} url */
export async function matchFigures(url) {
  const answer = await fetch(`${url}/metrics`);
  if (!answer.ok) throw new Error(`/metrics: ${answer.status}`);
  const text = await answer.text();
  const sum = (pattern) => [...text.matchAll(pattern)].reduce((all, [, value]) => all + Number(value), 0);
  return {
    jobs: sum(/^duijie_match_seconds_sum\{[^}]*kind="settle"[^}]*\} (\S+)$/gm),
    engine: sum(/^duijie_match_part_seconds_total\{[^}]*part="engine"[^}]*\} (\S+)$/gm),
    database: sum(/^duijie_match_part_seconds_total\{[^}]*part="database"[^}]*\} (\S+)$/gm),
  };
}

const ticksASecond = 100;
const ticksOf = (file) => {
  const fields = readFileSync(file, 'utf8').split(') ')[1].split(' ');
  return Number(fields[11]) + Number(fields[12]);
};
const ofProcess = (pid) => (pid === undefined ? 0 : ticksOf(`/proc/${pid}/stat`) / ticksASecond);

/**
 * Processor time so far, which a busy machine does not lengthen. Parts that this run did not start count nothing.
 * @param {{ app: number, mysql?: number, redis?: number }} pids
 */
export function processorSeconds({ app, mysql, redis }) {
  const mainThread = ticksOf(`/proc/${app}/task/${app}/stat`) / ticksASecond;
  return { mainThread, otherThreads: ofProcess(app) - mainThread, mysql: ofProcess(mysql), redis: ofProcess(redis) };
}

/** @param {number[]} values @param {number} q 0..1 */
export function quantile(values, q) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}
export const pause = (ms) => new Promise((done) => setTimeout(done, ms));
