import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Top folder of the repository. */
export const root = join(__dirname, '../..');

/** @returns text of a file, by its path from the top folder */
export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/**
 * Tracked files, and new ones that git does not ignore.
 *
 * @param patterns as `git ls-files` takes them
 * @returns paths from the top folder
 */
export const sourceFiles = (...patterns: readonly string[]): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--', ...patterns], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
    .split('\n')
    .filter((path) => path !== '');
