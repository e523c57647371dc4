/**
 * `.local/run.json`: what runs now, on which ports, with which passwords. Readable by its owner only.
 * @module
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * @typedef {object} PartRecord
 * @property {'environment' | 'path' | 'debian-packages' | 'npm-package'} source where the program came from
 * @property {string} url connection string with the password
 * @property {string} [key] master key (Meilisearch)
 * @property {string} [secret] password or key, made for this run
 * @property {string} [version]
 * @property {number} [port]
 * @property {import('./process-facts.mjs').ProcessMark} [process]
 * @property {string} [pidFile]
 * @property {string} [program]
 *
 * @typedef {object} RunFile
 * @property {Record<string, PartRecord>} parts by name: mysql, redis, meilisearch
 * @property {import('./process-facts.mjs').ProcessMark[]} users commands that need the parts; the last to leave stops them
 * @property {boolean} [kept] the parts stay up until told otherwise (`dev.mjs down`)
 * @property {{ process: import('./process-facts.mjs').ProcessMark, port: number }} [application]
 */

/**
 * @param {string} folder the folder of the set, for example `.local`
 * @returns {RunFile} an empty record when there is none or it cannot be read
 */
export function readRunFile(folder) {
  try {
    const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'));
    return { ...run, parts: run.parts ?? {}, users: run.users ?? [] };
  } catch {
    return { parts: {}, users: [] };
  }
}

/**
 * Replaces the record in one step, so that a reader never sees half of it.
 *
 * @param {string} folder
 * @param {RunFile} run removed when it names no part and no application
 */
export function writeRunFile(folder, run) {
  const file = join(folder, 'run.json');
  if (Object.keys(run.parts).length === 0 && !run.application) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}`;
  writeFileSync(next, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 });
  renameSync(next, file);
}
