import { newOneTimeCode, normalizeOneTimeCode } from './one-time-code';

test('makes codes of 8 characters that cannot be misread', () => {
  const codes = Array.from({ length: 200 }, newOneTimeCode);
  for (const code of codes) expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  expect(new Set(codes).size).toBe(200);
});

test('reads a code as people type it', () => {
  expect(normalizeOneTimeCode(' ab2c-de3f ')).toBe('AB2CDE3F');
  expect(normalizeOneTimeCode('ＡＢ２ＣＤＥ３Ｆ')).toBe('AB2CDE3F');
});
