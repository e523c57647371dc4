/**
 * Finds or starts the database, the queue and the search engine.
 * @module
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LocalFault, exitCode } from '../fault.mjs';
import { takeLock } from '../lock.mjs';
import { isAlive, markOf } from '../process-facts.mjs';
import { readRunFile, writeRunFile } from '../run-file.mjs';
import { allParts } from './part.mjs';
import { partSet } from './part-set.mjs';
import { startPart } from './start-part.mjs';

/**
 * @typedef {object} Ensured
 * @property {Record<string, string>} env variables for the program that uses the parts
 * @property {Record<string, import('../run-file.mjs').PartRecord>} parts
 * @property {string[]} started names of the parts that were not running before
 */

/**
 * Each part comes from the first of: the environment; a set already running; a program on this machine; packages.
 * Call `stopParts` when done: the last command that leaves stops what was started.
 *
 * @param {object} options
 * @param {string} options.root the repository
 * @param {(zh: string, en: string) => void} [options.log] told of anything that takes time
 * @param {'demo' | 'test' | 'dev'} [options.name]
 * @param {('mysql' | 'redis' | 'meilisearch')[]} [options.only]
 * @param {boolean} [options.keep] leave the set running after this command
 * @returns {Promise<Ensured>}
 * @throws {LocalFault} with the next step
 */
export async function ensureParts({ root, log = () => {}, name = 'demo', only, keep = false }) {
  const set = partSet(root, name);
  mkdirSync(set.folder, { recursive: true, mode: 0o755 });
  const release = await lockParts(set, log);
  try {
    const run = readRunFile(set.folder);
    run.users = run.users.filter(isAlive);
    if (keep) run.kept = true;
    else addUser(run);
    const parts = {};
    const started = [];
    for (const part of allParts.filter((each) => !only || only.includes(each.name))) {
      const given = await fromEnvironment(part, set);
      const record = given ?? (await stillRunning(part, run)) ?? (await startPart(part, set, run, log));
      parts[part.name] = record;
      if (given) continue;
      if (run.parts[part.name] !== record) started.push(part.name);
      run.parts[part.name] = record;
      writeRunFile(set.folder, run);
    }
    return { env: variables(parts, set), parts, started };
  } finally {
    release();
  }
}

/**
 * @param {import('./part-set.mjs').PartSet} set
 * @param {(zh: string, en: string) => void} [log]
 * @returns {Promise<() => void>}
 */
export async function lockParts(set, log = () => {}) {
  const release = await takeLock(join(set.folder, 'parts.lock'), {
    waitMs: 300_000,
    onWait: () => log('等待另一个命令启动或停止部件', 'waiting for another command that starts or stops the parts'),
  });
  if (release) return release;
  throw new LocalFault({
    code: 'parts-locked',
    message: ['另一个命令长时间占用 .local', 'Another command has held .local for five minutes'],
    next: ['请等它结束或停止它后重试', 'Wait for it or stop it, then try again'],
  });
}

/** @param {import('../run-file.mjs').RunFile} run */
function addUser(run) {
  const mark = markOf(process.pid);
  if (mark && !run.users.some(({ pid }) => pid === mark.pid)) run.users.push(mark);
}

/** @param {import('./part.mjs').Part} part @param {import('./part-set.mjs').PartSet} set */
async function fromEnvironment(part, set) {
  const url = set.readsEnvironment && process.env[set.prefix + part.variables.url];
  if (!url) return undefined;
  const variable = set.prefix + part.variables.url;
  const key = part.variables.key && process.env[set.prefix + part.variables.key];
  try {
    const { version } = await part.ask({ url, key });
    return { source: 'environment', url, key, version };
  } catch (error) {
    throw new LocalFault({
      code: 'given-part-unreachable',
      exit: exitCode.configuration,
      message: [`${variable} 指向的 ${part.title} 不可用`, `${part.title} named by ${variable} cannot be used`],
      next: [`请改正 ${variable}，或取消设置以使用自带的部件`, `Correct ${variable}, or unset it to use a private one`],
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

/** @param {import('./part.mjs').Part} part @param {import('../run-file.mjs').RunFile} run */
async function stillRunning(part, run) {
  const record = run.parts[part.name];
  if (!record || !isAlive(record.process)) return undefined;
  try {
    // The password was made for this run, so whoever accepts it is ours.
    await part.ask(record);
    return record;
  } catch {
    return undefined;
  }
}

/** @param {Record<string, import('../run-file.mjs').PartRecord>} parts @param {import('./part-set.mjs').PartSet} set */
function variables(parts, set) {
  const env = {};
  for (const { name, variables: names } of allParts) {
    const record = parts[name];
    if (!record) continue;
    env[set.prefix + names.url] = record.url;
    if (names.key && record.key) env[set.prefix + names.key] = record.key;
  }
  return env;
}
