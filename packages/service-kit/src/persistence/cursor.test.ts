import { decodeCursor, encodeCursor, pageFrom, type CursorPlace } from './cursor';

const id = '018f0000-0000-7000-8000-000000000001';
const cursorOf = (json: string): string => Buffer.from(json).toString('base64url');

test('a page has a cursor only when there is more', () => {
  expect(pageFrom([1, 2, 3], 3, (n) => [n])).toEqual({ items: [1, 2, 3], nextCursor: null });
  const page = pageFrom([1, 2, 3], 2, (n) => [n, `id-${n}`]);
  expect(page.items).toEqual([1, 2]);
  expect(decodeCursor(page.nextCursor ?? '', ['number', 'code'])).toEqual([2, 'id-2']);
});
test('each place is read as its kind', () => {
  const at = new Date('2026-12-01T00:00:00.123Z');
  const cursor = encodeCursor([at.getTime(), id, '510107', '玉林', -0.5]);
  expect(decodeCursor(cursor, ['instant', 'id', 'code', 'text', 'number'])).toEqual([at, id, '510107', '玉林', -0.5]);
});
test.each([
  '',
  'x',
  encodeCursor([1]),
  encodeCursor([1, 'a', 'b']),
  cursorOf('{}'),
  cursorOf('[1,{}]'),
  cursorOf('[1,null]'),
])('refuses %p as a cursor of two places', (cursor) => {
  expect(() => decodeCursor(cursor, ['number', 'text'])).toThrow(expect.objectContaining({ code: 'unreadable' }));
});
// Each of these reached the database, which refused to compare or to convert it: a 500.
test.each<[CursorPlace, string]>([
  ['id', '["表"]'],
  ['id', '[""]'],
  ['id', `["${id.toUpperCase()}"]`],
  ['code', '["表"]'],
  ['code', '["a b"]'],
  ['code', `["${'x'.repeat(65)}"]`],
  ['text', `["${'x'.repeat(201)}"]`],
  ['text', '[1]'],
  ['number', '["1"]'],
  ['number', '[1e300]'],
  ['number', '[1e999]'],
  ['instant', '[-1]'],
  ['instant', '[8640000000000001]'],
  ['instant', '[4102444800000]'],
  ['instant', '[0.5]'],
  ['instant', '["2026-12-01"]'],
])('%s does not take %s', (kind, json) => {
  expect(() => decodeCursor(cursorOf(json), [kind])).toThrow(expect.objectContaining({ reason: 'cursor.invalid' }));
});
