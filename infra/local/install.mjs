/**
 * Installs the packages of the lockfile when what is installed differs from it.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.mjs';
import { LocalFault } from './fault.mjs';

/**
 * npm leaves a list of what it installed in `node_modules`, written last. Comparing it with the lockfile is surer than
 * dates or a hash of our own: it also notices an install that was broken off.
 *
 * @param {string} root the repository
 * @returns {boolean}
 */
export function isInstalled(root) {
  let wanted;
  let present;
  try {
    wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    present = JSON.parse(readFileSync(join(root, 'node_modules/.package-lock.json'), 'utf8')).packages;
  } catch {
    return false;
  }
  return Object.entries(wanted).every(([path, { version, optional, devOptional, link }]) => {
    if (path === '' || !path.includes('node_modules/') || link) return true;
    const found = present[path];
    // Programs for other systems are listed but not installed.
    return found ? found.version === version : Boolean(optional || devOptional);
  });
}

/**
 * @param {string} root
 * @param {object} options
 * @param {(text: string) => void} options.detail
 * @param {AbortSignal} [options.signal]
 * @throws {LocalFault} `install-failed`
 */
export async function install(root, { detail, signal }) {
  const started = Date.now();
  const ticking = setInterval(() => detail(`npm ci ${Math.round((Date.now() - started) / 1000)} s`), 10_000);
  try {
    const args = [
      'ci',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--prefer-offline',
      '--fetch-retries=3',
    ];
    const { code, output } = await runCommand('npm', args, { cwd: root, signal });
    if (code === 0) return;
    throw new LocalFault({
      code: 'install-failed',
      message: ['npm ci 失败', 'npm ci failed'],
      next: [
        '请检查网络和 npm 源（npm config get registry）后重试',
        'Check the network and the registry (npm config get registry), then try again',
      ],
      detail: output.trim().split('\n').slice(-12).join('\n'),
    });
  } finally {
    clearInterval(ticking);
  }
}
