/**
 * docs/measurements.md: sections of rows, each with the command that made it.
 * @module
 */
import { cpus, totalmem } from 'node:os';

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} value with its unit
 * @property {string} reference what is asked or compared with, empty where there is none
 * @property {number} [ratio] value divided by the reference
 * @property {string} command
 */

/** @param {{ title: string, rows: Row[], commit: string, day: string }[]} sections @returns {string} markdown */
export function markdown(sections) {
  const lines = [
    '# Measurements',
    '',
    'Written by `npm run measure`; every figure as it was, good or bad. Ratios below 1 are under the reference.',
    `Machine: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? ''}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, MariaDB 10.11 (not MySQL 8.4).`,
  ];
  for (const { title, rows, commit, day } of sections) {
    lines.push(
      '',
      `## ${title}`,
      '',
      `Measured on ${day}, commit ${commit}.`,
      '',
      '| what | value | reference | ratio | command |',
      '| --- | ---: | --- | ---: | --- |',
    );
    for (const row of rows)
      lines.push(
        `| ${row.what} | ${row.value} | ${row.reference} | ${row.ratio === undefined ? '' : row.ratio.toFixed(2)} | \`${row.command}\` |`,
      );
  }
  return `${lines.join('\n')}\n`;
}
