import { sniffMediaType } from './sniff';

const head = (...bytes: number[]): Buffer => Buffer.from([...bytes, ...new Array<number>(16).fill(1)]);

test.each([
  ['scan.pdf', head(0x25, 0x50, 0x44, 0x46, 0x2d), 'application/pdf'],
  ['photo.JPG', head(0xff, 0xd8, 0xff), 'image/jpeg'],
  ['table.xlsx', head(0x50, 0x4b, 3, 4), 'application/zip'],
  ['list.csv', Buffer.from('名称,区'), 'text/plain'],
])('%s is accepted', (name, bytes, type) => {
  expect(sniffMediaType(bytes, name)).toBe(type);
});
test.each([
  ['a program named as a picture', 'photo.png', head(0x4d, 0x5a)],
  ['a page named as text by its ending only', 'page.html', Buffer.from('<script>')],
  ['a PDF named as a picture', 'photo.png', head(0x25, 0x50, 0x44, 0x46, 0x2d)],
  ['bytes named as text', 'list.csv', head(0x61, 0)],
  ['a picture with script', 'image.svg', Buffer.from('<svg onload=alert(1)>')],
])('%s is refused', (_what, name, bytes) => {
  expect(sniffMediaType(bytes, name)).toBeNull();
});
