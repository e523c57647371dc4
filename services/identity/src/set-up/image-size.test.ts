import { imageSize } from './image-size';

const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(40);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
};
/** SOI, an APP0 of 16 bytes, then a frame header. */
const jpeg = (marker: number): Buffer =>
  Buffer.concat([
    Buffer.from('ffd8ffe00010', 'hex'),
    Buffer.alloc(14),
    Buffer.from([0xff, marker, 0, 17, 8, 0x01, 0x90, 0x02, 0x58, 3]),
    Buffer.alloc(12),
  ]);

test('a PNG says its size in its head', () => {
  expect(imageSize(png(600, 400), 'image/png')).toEqual({ widthPx: 600, heightPx: 400 });
});
test.each([0xc0, 0xc2])('a JPEG says its size in the frame header %i, behind other segments', (marker) => {
  expect(imageSize(jpeg(marker), 'image/jpeg')).toEqual({ widthPx: 600, heightPx: 400 });
});
test.each([
  ['a PNG named as JPEG', png(6, 4), 'image/jpeg'],
  ['a PNG of no width', png(0, 4), 'image/png'],
  ['a JPEG without a frame', jpeg(0xc4), 'image/jpeg'],
  ['nothing', Buffer.alloc(0), 'image/png'],
] as const)('%s has no size', (_what, bytes, type) => {
  expect(imageSize(bytes, type)).toBeNull();
});
