import { openLocalFileStore } from '@duijie/service-kit';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { encryptingFileStore } from './encrypting-file-store';

const text = '总价 88,000 元，金丝雀';
const hash = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile());

async function aStore() {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-files-'));
  return { folder, store: encryptingFileStore(await openLocalFileStore(folder)) };
}
const staged = async () => {
  const made = await aStore();
  return {
    ...made,
    file: await made.store.stage(Readable.from([Buffer.from(text.slice(0, 4)), Buffer.from(text.slice(4))])),
  };
};

describe('encryptingFileStore', () => {
  it('tells hash and size of what was sent, and keeps other bytes under another name', async () => {
    const { folder, store, file } = await staged();
    expect([file.sha256, file.size]).toEqual([hash(text), Buffer.byteLength(text)]);
    expect(filesBelow(folder)).toHaveLength(1);
    for (const path of filesBelow(folder)) expect(readFileSync(path).includes('金丝雀')).toBe(false);
    await file.keep();
    const [kept = ''] = filesBelow(folder);
    expect(kept.endsWith(file.keptAs ?? '?')).toBe(true);
    expect(kept).not.toContain(hash(text));
    expect(readFileSync(kept).includes('金丝雀')).toBe(false);
    const key = store.keyOf(file.keptAs ?? '');
    expect((await store.read(file.keptAs ?? '', key)).toString()).toBe(text);
  });

  it('reads a staged file, and forgets its key once it is let go', async () => {
    const { folder, store, file } = await staged();
    const read: Buffer[] = [];
    for await (const chunk of file.open() as AsyncIterable<Buffer>) read.push(chunk);
    expect(Buffer.concat(read).toString()).toBe(text);
    await file.discard();
    expect(filesBelow(folder)).toEqual([]);
    expect(() => store.keyOf(file.keptAs ?? '')).toThrow('staged');
  });

  it('gives nothing out that was altered, or by the key of another file', async () => {
    const { folder, store, file } = await staged();
    await file.keep();
    const key = store.keyOf(file.keptAs ?? '');
    await expect(store.read(file.keptAs ?? '', Buffer.alloc(32))).rejects.toThrow('authenticate');
    const [path = ''] = filesBelow(folder);
    const bytes = readFileSync(path);
    bytes[14] = (bytes[14] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    await expect(store.read(file.keptAs ?? '', key)).rejects.toThrow('authenticate');
  });
});
