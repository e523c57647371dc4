import { constants } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies a file store. Names are hashes of the content, so what is there already is left alone.
 * @returns how many files the store holds
 */
export async function copyFiles(from: string, to: string): Promise<number> {
  let count = 0;
  const folders = await readdir(from, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  for (const folder of folders.filter((f) => f.isDirectory() && /^[0-9a-f]{2}$/.test(f.name))) {
    await mkdir(join(to, folder.name), { recursive: true, mode: 0o700 });
    for (const file of await readdir(join(from, folder.name))) {
      await copyFile(join(from, folder.name, file), join(to, folder.name, file), constants.COPYFILE_FICLONE);
      count += 1;
    }
  }
  return count;
}
