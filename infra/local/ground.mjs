/**
 * Checks the ground to stand on: a folder that can be written and a disk that is not full.
 * @module
 */
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalFault } from './fault.mjs';

/** Packages (400 MB), programs (230 MB), data and room to work. */
export const neededBytes = 1.5e9;

/**
 * @param {string} folder
 * @returns {number} bytes this user may still write there
 */
export function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/**
 * @param {string} root the repository
 * @throws {LocalFault} `not-writable`, `disk-full`
 */
export function checkGround(root) {
  const local = join(root, '.local');
  const probe = join(local, `.probe-${process.pid}`);
  try {
    mkdirSync(local, { recursive: true });
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    if (error?.code === 'ENOSPC') throw diskFull(0);
    throw new LocalFault({
      code: 'not-writable',
      message: [`不能写入 ${local}`, `${local} cannot be written`],
      next: [
        '请用拥有此目录的用户运行，或执行 chown -R "$(id -un)" 后重试',
        'Run as the owner of this folder, or give it to yourself with chown -R "$(id -un)" and try again',
      ],
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  const free = freeBytes(root);
  if (free < neededBytes) throw diskFull(free);
}

/** @param {number} free */
function diskFull(free) {
  const has = `${(free / 1e9).toFixed(2)} GB`;
  return new LocalFault({
    code: 'disk-full',
    message: [`磁盘空间不足：剩余 ${has}，需要 1.5 GB`, `Not enough disk space: ${has} free, 1.5 GB needed`],
    next: ['请清理磁盘，或把仓库移到更大的磁盘后重试', 'Free some space or move the repository to a larger disk'],
  });
}
