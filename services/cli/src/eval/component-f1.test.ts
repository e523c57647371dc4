import { componentF1 } from './component-f1';

const set = (...codes: string[]): ReadonlySet<string> => new Set(codes);

test('is 1 when every need has exactly its components', () => {
  expect(componentF1([{ wanted: set('a.b', 'a.c'), found: set('a.c', 'a.b') }])).toBe(1);
});
test('averages over needs', () => {
  expect(
    componentF1([
      { wanted: set('a.b'), found: set('a.b') },
      { wanted: set('a.b'), found: set('a.c') },
    ]),
  ).toBe(0.5);
});
test('counts what is missing and what is too much', () => {
  expect(componentF1([{ wanted: set('a.b', 'a.c'), found: set('a.b', 'a.d') }])).toBe(0.5);
});
