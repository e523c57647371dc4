import { decodeCursor, encodeCursor, pageFrom } from './cursor';

test('a page has a cursor only when there is more', () => {
  expect(pageFrom([1, 2, 3], 3, (n) => [n])).toEqual({ items: [1, 2, 3], nextCursor: null });
  const page = pageFrom([1, 2, 3], 2, (n) => [n, `id-${n}`]);
  expect(page.items).toEqual([1, 2]);
  expect(decodeCursor(page.nextCursor ?? '', 2)).toEqual([2, 'id-2']);
});
test.each([
  '',
  'x',
  encodeCursor([1]),
  Buffer.from('{}').toString('base64url'),
  Buffer.from('[1,{}]').toString('base64url'),
])('refuses %p as a cursor', (cursor) => {
  expect(() => decodeCursor(cursor, 2)).toThrow(expect.objectContaining({ code: 'unreadable' }));
});
