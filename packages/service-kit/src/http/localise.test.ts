import { z } from 'zod';
import { localeOf, parseInput } from './localise';

test.each([
  [undefined, 'zh'],
  ['en-GB,en;q=0.9', 'en'],
  ['fr, zh-CN;q=0.8', 'zh'],
  ['fr', 'zh'],
])('Accept-Language %s is answered in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
test('faults point to the field, in the language asked for', () => {
  const schema = z.strictObject({ title: z.string().min(3), lots: z.array(z.strictObject({ code: z.string() })) });
  const value = { title: 'x', lots: [{ code: 1 }], extra: true };
  const zh = parseInput(schema, value, '/', 'zh');
  const en = parseInput(schema, value, '/', 'en');
  expect('faults' in zh && zh.faults.map((f) => f.pointer)).toEqual(['/title', '/lots/0/code', '/extra']);
  expect('faults' in zh && zh.faults[0]?.detail).toMatch(/\p{Script=Han}/u);
  expect('faults' in en && en.faults[0]?.detail).not.toMatch(/\p{Script=Han}/u);
});
test('a key with a slash is escaped in the pointer', () => {
  const parsed = parseInput(z.record(z.string(), z.string()), { 'a/b~c': 1 }, '/', 'en');
  expect('faults' in parsed && parsed.faults[0]?.pointer).toBe('/a~1b~0c');
});
