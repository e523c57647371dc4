/**
 * Forgets the demo data. Programs fetched earlier stay.
 * @module
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LocalFault } from '../fault.mjs';
import { stopParts } from '../parts/stop-parts.mjs';
import { readRunFile } from '../run-file.mjs';

const forgotten = ['data', 'state', 'parts', 'logs', 'sign-ins.json', 'run.json'];

/**
 * @param {string} root the repository
 * @throws {LocalFault} `parts-in-use`
 */
export async function resetDemo(root) {
  await stopParts({ root });
  if (Object.keys(readRunFile(join(root, '.local')).parts).length > 0) {
    throw new LocalFault({
      code: 'parts-in-use',
      message: ['另一个命令正在使用演示数据', 'Another command is using the demo data'],
      next: ['请等它结束后重试', 'Wait for it to finish, then try again'],
    });
  }
  for (const each of forgotten) rmSync(join(root, '.local', each), { recursive: true, force: true });
}
