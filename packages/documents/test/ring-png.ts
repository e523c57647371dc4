import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
};

/** A red ring on a transparent ground, as a seal might look. @param side in pixels @see ISO/IEC 15948 */
export function ringPng(side: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (1 + 4 * side));
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const radius = Math.hypot(x - side / 2, y - side / 2) / side;
      if (radius > 0.44 && radius < 0.49) rows.set([192, 0, 0, 255], y * (1 + 4 * side) + 1 + 4 * x);
    }
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
