/**
 * Where a set of parts lives. The demo, the tests and the developers have one each, so none disturbs another.
 * @module
 */
import { join } from 'node:path';

/**
 * @typedef {object} PartSet
 * @property {string} folder holds `run.json`, data, logs and state of the set
 * @property {string} local `.local`, where programs and templates are shared
 * @property {string} prefix of the environment variables, for example `DUIJIE_`
 * @property {boolean} testing trades durability for speed
 * @property {boolean} readsEnvironment whether the variables may name servers to use instead
 */

/**
 * @param {string} root the repository
 * @param {'demo' | 'test' | 'dev'} name
 * @returns {PartSet}
 */
export function partSet(root, name) {
  const local = join(root, '.local');
  if (name === 'demo') return { folder: local, local, prefix: 'DUIJIE_', testing: false, readsEnvironment: true };
  const folder = join(local, name);
  return { folder, local, prefix: 'DUIJIE_TEST_', testing: true, readsEnvironment: name === 'test' };
}

/**
 * @param {PartSet} set
 * @param {string} part
 * @returns {import('./part.mjs').Folders}
 */
export function foldersOf(set, part) {
  return {
    data: join(set.folder, 'data', part),
    state: join(set.folder, 'parts'),
    logs: join(set.folder, 'logs'),
    packages: join(set.local, 'packages'),
    templates: join(set.local, 'packages', 'templates'),
  };
}
