import type { FileStore } from '@duijie/service-kit';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';

const nonceBytes = 12;
const tagBytes = 16;

/** A file store whose files reach no disk in the clear, each under a key of its own. */
export interface EncryptingFileStore extends FileStore {
  /** The key of a file that was staged and is not discarded yet; whoever keeps the file keeps it. @param keptAs its name in the store */
  keyOf(keptAs: string): Buffer;
  /** Reads a kept file whole, and gives out nothing of it that was altered. @throws Error when it was altered, or by a wrong key */
  read(keptAs: string, key: Buffer): Promise<Buffer>;
}

async function whole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function decrypted(bytes: Buffer, key: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  cipher.setAuthTag(bytes.subarray(-tagBytes));
  return Buffer.concat([cipher.update(bytes.subarray(nonceBytes, -tagBytes)), cipher.final()]);
}

/** @param store where the encrypted bytes lie, under their own hash, so that a name tells nothing of the content */
export function encryptingFileStore(store: FileStore): EncryptingFileStore {
  const keys = new Map<string, Buffer>();
  const keyOf = (keptAs: string): Buffer => {
    const key = keys.get(keptAs);
    if (!key) throw new Error('No such file is staged');
    return key;
  };
  return {
    keyOf,
    read: async (keptAs, key) => decrypted(await whole((await store.open(keptAs)).stream), key),
    open: (keptAs) => store.open(keptAs),
    async stage(content) {
      const key = randomBytes(32);
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const hash = createHash('sha256');
      let size = 0;
      async function* sealed(): AsyncGenerator<Buffer> {
        yield nonce;
        for await (const chunk of content) {
          hash.update(chunk);
          size += chunk.length;
          yield cipher.update(chunk);
        }
        yield cipher.final();
        yield cipher.getAuthTag();
      }
      const staged = await store.stage(sealed());
      const keptAs = staged.sha256;
      keys.set(keptAs, key);
      return {
        sha256: hash.digest('hex'),
        size,
        keptAs,
        open: () =>
          Readable.from(
            (async function* () {
              yield decrypted(await whole(staged.open()), key);
            })(),
          ),
        keep: () => staged.keep(),
        async discard() {
          keys.delete(keptAs);
          await staged.discard();
        },
      };
    },
  };
}
