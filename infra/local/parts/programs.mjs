/**
 * Looks for programs on this machine.
 * @module
 */
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps servers in folders that are not on the PATH of ordinary users. */
const serverFolders = ['/usr/local/sbin', '/usr/sbin', '/sbin'];

/**
 * @param {string[]} names tried in this order
 * @param {string} [path] list of folders, the PATH of this process when left out
 * @returns {string | undefined} full path of the first that may be executed
 */
export function findProgram(names, path = process.env.PATH ?? '') {
  const folders = [...path.split(delimiter).filter(Boolean), ...serverFolders];
  for (const name of names) {
    for (const folder of folders) {
      const file = join(folder, name);
      try {
        accessSync(file, constants.X_OK);
        if (statSync(file).isFile()) return file;
      } catch {
        // Not here.
      }
    }
  }
  return undefined;
}
