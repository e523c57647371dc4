/**
 * Compiles the workspaces when a source changed since the last time.
 * @module
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from './command.mjs';
import { LocalFault } from './fault.mjs';

const workspaceFolders = ['packages', 'services'];
const singleWorkspaces = ['infra/all-in-one'];
const skipped = new Set(['node_modules', 'dist', '.turbo', 'coverage']);

/**
 * @param {string} root the repository
 * @returns {string} changes whenever a source file is written, added, or removed, or an output is missing
 */
export function sourceFingerprint(root) {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', 'tsconfig.base.json', 'turbo.json']) see(hash, join(root, file));
  for (const workspace of workspaces(root)) {
    hash.update(`${workspace} ${existsSync(join(root, workspace, 'dist'))}\n`);
    walk(hash, join(root, workspace));
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @returns {boolean} whether the compiled files are those of the sources
 */
export function isBuilt(root) {
  try {
    return readFileSync(stampFile(root), 'utf8') === sourceFingerprint(root);
  } catch {
    return false;
  }
}

/**
 * @param {string} root
 * @param {object} [options]
 * @param {AbortSignal} [options.signal]
 * @throws {LocalFault} `build-failed`
 */
export async function build(root, { signal } = {}) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0' };
  const args = ['run', 'build', '--filter=!@duijie/tests', '--output-logs=errors-only', '--no-update-notifier'];
  const { code, output } = await runCommand(join(root, 'node_modules/.bin/turbo'), args, { cwd: root, env, signal });
  if (code !== 0) {
    throw new LocalFault({
      code: 'build-failed',
      message: ['编译失败', 'The build failed'],
      next: [
        '请修正上面的错误；若源码未改动，请执行 npm ci 后重试',
        'Mend the errors above; if no source was changed, run npm ci and try again',
      ],
      detail: output.trim().split('\n').slice(-40).join('\n'),
    });
  }
  mkdirSync(dirname(stampFile(root)), { recursive: true });
  writeFileSync(stampFile(root), sourceFingerprint(root));
}

/** @param {string} root */
function stampFile(root) {
  return join(root, '.local', 'build-stamp');
}

/** @param {string} root */
function workspaces(root) {
  const found = workspaceFolders.flatMap((folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [],
  );
  return [...found, ...singleWorkspaces].filter((each) => existsSync(join(root, each, 'package.json')));
}

/** @param {import('node:crypto').Hash} hash @param {string} folder */
function walk(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) walk(hash, path);
    else if (entry.isFile()) see(hash, path);
  }
}

/** @param {import('node:crypto').Hash} hash @param {string} file */
function see(hash, file) {
  const { size, mtimeMs } = statSync(file);
  hash.update(`${file} ${size} ${mtimeMs}\n`);
}
