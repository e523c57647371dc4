import { randomBytes } from 'node:crypto';

/** Bytes that say of themselves that they are a PNG of this size; no two are the same. */
export function pngOf(widthPx: number, heightPx: number): Buffer {
  const head = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const sides = Buffer.alloc(8);
  sides.writeUInt32BE(widthPx, 0);
  sides.writeUInt32BE(heightPx, 4);
  return Buffer.concat([head, sides, randomBytes(16)]);
}
