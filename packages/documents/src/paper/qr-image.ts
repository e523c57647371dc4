import { create } from 'qrcode';
import { crc32, deflateSync } from 'node:zlib';

/** Modules of white around the code. @see ISO/IEC 18004, 5.3.8 */
const quiet = 4;
/** Pixels a module: sharp at 10 cm and 600 dpi. */
const scale = 12;

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}

/**
 * A QR code as a PNG of one bit a pixel; the library's own takes seconds for a large one.
 * @param text what it leads to @returns a file whose side is the same in both directions
 * @see W3C PNG, third edition, 11.2
 */
export function qrImage(text: string): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = (modules.size + 2 * quiet) * scale;
  const stride = Math.ceil(side / 8) + 1;
  const isDark = (row: number, column: number): boolean =>
    row >= 0 && column >= 0 && row < modules.size && column < modules.size && modules.get(row, column) === 1;
  const lines = Array.from({ length: modules.size + 2 * quiet }, (_, row) => {
    // The first byte of a row is its filter: none. A set bit is white.
    const line = Buffer.alloc(stride);
    for (let x = 0; x < side; x += 1)
      if (!isDark(row - quiet, Math.floor(x / scale) - quiet)) line[1 + (x >> 3)]! |= 0x80 >> (x & 7);
    return Array.from({ length: scale }, () => line);
  });
  const pixels = Buffer.concat(lines.flat());
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit, greyscale, and the only ways there are to compress, filter and interlace.
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
