import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredFile {
  /** SHA-256 of the content in hex; the name under which it is kept. */
  readonly sha256: string;
  readonly size: number;
}

/** Keeps files by their hash. A local folder first; object storage later. */
export interface FileStore {
  put(content: Readable): Promise<StoredFile>;
  /** @throws Error when there is no such file */
  open(sha256: string): Promise<{ readonly stream: Readable; readonly size: number }>;
}

/** @param folder made when missing; files lie in sub-folders of two letters */
export function createLocalFileStore(folder: string): FileStore {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a file name of ours');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  return {
    async put(content) {
      await mkdir(join(folder, 'tmp'), { recursive: true });
      const temporary = join(folder, 'tmp', randomUUID());
      const hash = createHash('sha256');
      let size = 0;
      try {
        await pipeline(
          content,
          async function* (source: AsyncIterable<Buffer>) {
            for await (const chunk of source) {
              hash.update(chunk);
              size += chunk.length;
              yield chunk;
            }
          },
          createWriteStream(temporary, { mode: 0o600, flush: true }),
        );
        const sha256 = hash.digest('hex');
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
        await rename(temporary, pathOf(sha256));
        return { sha256, size };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async open(sha256) {
      const path = pathOf(sha256);
      const { size } = await stat(path);
      return { stream: createReadStream(path), size };
    },
  };
}
