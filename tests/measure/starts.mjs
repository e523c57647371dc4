/**
 * How long the two commands take, and how much memory the city holds at rest.
 * @module
 */
import { timed } from './scratch-clone.mjs';

const readySeconds = (output) => {
  const found = /Duijie is ready: \S+ \(after (?:(\d+) min )?([\d.]+) s\)/.exec(output);
  return found ? Number(found[1] ?? 0) * 60 + Number(found[2]) : Number.NaN;
};
const memoryMb = (output) => Number(/total\s+(\d+) MB/.exec(output)?.[1] ?? Number.NaN);
const memoryLines = (output) =>
  output
    .split('\n')
    .filter((line) => /^\s+\S.*\d+ MB$/.test(line))
    .map((line) => line.trim().replaceAll(/\s+/g, ' '));

/** @param {string} folder a fresh clone without node_modules @param {number} port @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureStarts(folder, port) {
  const start = (...flags) =>
    timed(folder, 'npm', ['start', '--', '--once', '--lang', 'en', '--port', String(port), ...flags]);
  const bare = await start();
  const anew = await start('--reset');
  const again = await start();
  for (const run of [bare, anew, again])
    if (run.code !== 0) throw new Error(`npm start -- --once ended with ${run.code}:\n${run.output.slice(-3000)}`);
  const row = (what, seconds, reference, command) => ({
    what,
    value: `${seconds.toFixed(1)} s`,
    reference: `≤ ${reference} s`,
    ratio: seconds / reference,
    command,
  });
  return [
    row('fresh clone, nothing installed: ready', readySeconds(bare.output), 300, 'npm start -- --once'),
    row('packages installed, data anew: ready', readySeconds(anew.output), 60, 'npm start -- --once --reset'),
    row('second start, data kept: ready', readySeconds(again.output), 60, 'npm start -- --once'),
    {
      what: `memory at rest (${memoryLines(again.output).join('; ')})`,
      value: `${memoryMb(again.output)} MB`,
      reference: '≤ 1500 MB',
      ratio: memoryMb(again.output) / 1500,
      command: 'npm start',
    },
  ];
}

/** @param {string} folder @returns {Promise<import('./report.mjs').Row[]>} */
export async function measureTests(folder) {
  const run = await timed(folder, 'npm', ['test']);
  const counts = run.output.trim().split('\n').at(-1) ?? '';
  return [
    {
      what: `npm test, packages installed (${counts})`,
      value: `${run.seconds.toFixed(0)} s`,
      reference: '≤ 480 s',
      ratio: run.seconds / 480,
      command: 'npm test',
    },
  ];
}
