/**
 * What a bench prints, as rows: every line `what: figures`.
 * @module
 */
import { readFileSync } from 'node:fs';
import { timed } from './scratch-clone.mjs';

/**
 * @param {string} folder @param {string} name of a bench @param {string} [told] a file with what it has printed already: a
 * bench may take an hour @returns {Promise<import('./report.mjs').Row[]>}
 */
export async function measureBench(folder, name, told) {
  const command = `npm run bench -- ${name}`;
  let output = told === undefined ? '' : readFileSync(told, 'utf8');
  if (told === undefined) {
    const run = await timed(folder, 'npm', ['run', '--silent', 'bench', '--', name]);
    if (run.code !== 0) throw new Error(`${command} ended with ${run.code}:\n${run.output.slice(-3000)}`);
    ({ output } = run);
  }
  const lines = output.split(/[\r\n]+/).map((line) => /^([^|>]{2,120}?): +(\S.*)$/.exec(line.trim()));
  const rows = lines.flatMap((line) =>
    line === null ? [] : [{ what: line[1] ?? '', value: (line[2] ?? '').replaceAll('|', '/'), reference: '', command }],
  );
  if (rows.length === 0) throw new Error(`${command} told nothing of the form "what: figures":\n${output}`);
  return rows;
}
