import { create } from 'qrcode';
import { inflateSync } from 'node:zlib';
import { qrImage } from './qr-image';

test.each(['https://a.cn/needs/1', 'https://duijie.example.cn/needs/01936f00-0000-7000-8000-000000000001'])(
  'every module of %s stands in the picture, with four of white around',
  (text) => {
    const png = qrImage(text);
    const side = png.readUInt32BE(16);
    const at = png.indexOf('IDAT');
    const pixels = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
    const stride = Math.ceil(side / 8) + 1;
    expect(pixels).toHaveLength(stride * side);
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const scale = side / (modules.size + 8);
    const isDark = (row: number, column: number): boolean => {
      const x = Math.floor((column + 4.5) * scale);
      const byte = pixels[Math.floor((row + 4.5) * scale) * stride + 1 + (x >> 3)] ?? 0;
      return (byte & (0x80 >> (x & 7))) === 0;
    };
    for (let row = -4; row < modules.size + 4; row += 1)
      for (let column = -4; column < modules.size + 4; column += 1) {
        const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
        if (isDark(row, column) !== (inside && modules.get(row, column) === 1)) throw new Error(`${row} ${column}`);
      }
  },
);
