import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface StoredFile {
  /** SHA-256 of the content in hex; the name under which it is kept. */
  readonly sha256: string;
  readonly size: number;
}
/** A file that is whole and safe, but not in the store yet. */
export interface StagedFile extends StoredFile {
  /** Name in the store where it is not the hash of the content: of a store that encrypts. */
  readonly keptAs?: string;
  open(): Readable;
  /** Takes it into the store, before the row that names it is committed: a file without a row does no harm. */
  keep(): Promise<void>;
  /** Removes it, unless it was kept. */
  discard(): Promise<void>;
}

/** Keeps files by their hash. A local folder first; object storage later. */
export interface FileStore {
  /** @throws what `content` throws; then nothing is left of it */
  stage(content: AsyncIterable<Buffer>): Promise<StagedFile>;
  /** @throws Error when there is no such file */
  open(sha256: string): Promise<{ readonly stream: Readable; readonly size: number }>;
}

/** No upload takes so long: what is older was left by a process that was killed. Others may share the folder. */
const abandonedMs = 3_600_000;

async function sweep(temporary: string): Promise<void> {
  for (const name of await readdir(temporary)) {
    const path = join(temporary, name);
    const found = await stat(path).catch(() => null);
    if (found && Date.now() - found.mtimeMs > abandonedMs) await rm(path, { force: true });
  }
}

/**
 * Opens a store in a local folder, and removes uploads that were left unfinished there.
 * @param folder made when missing; files lie in sub-folders of two letters
 */
export async function openLocalFileStore(folder: string): Promise<FileStore> {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a file name of ours');
    return join(folder, sha256.slice(0, 2), sha256);
  };
  const staging = join(folder, 'tmp');
  await mkdir(staging, { recursive: true });
  await sweep(staging);
  return {
    async stage(content) {
      const temporary = join(staging, randomUUID());
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
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
      const sha256 = hash.digest('hex');
      let kept = false;
      return {
        sha256,
        size,
        open: () => createReadStream(kept ? pathOf(sha256) : temporary),
        async keep() {
          if (kept) return;
          await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true });
          await rename(temporary, pathOf(sha256));
          kept = true;
        },
        async discard() {
          if (!kept) await rm(temporary, { force: true });
        },
      };
    },
    async open(sha256) {
      const path = pathOf(sha256);
      const { size } = await stat(path);
      return { stream: createReadStream(path), size };
    },
  };
}
