import { newTotpSecret, totpCode, totpStep, totpUri } from './totp';

/** ASCII 12345678901234567890, the key of the RFC's vectors. */
const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const now = new Date('2026-12-01T10:00:10Z');

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('agrees with appendix B of RFC 6238 at %d s (last six digits)', (seconds, code) => {
  expect(totpCode(rfcSecret, new Date(seconds * 1000))).toBe(code);
});

test('takes the code of now and of half a minute away, and says which step it is', () => {
  const secret = newTotpSecret();
  const codeAt = (ms: number): string => totpCode(secret, new Date(now.getTime() + ms));
  const step = Math.floor(now.getTime() / 30_000);
  expect(totpStep(secret, codeAt(0), now)).toBe(step);
  expect(totpStep(secret, codeAt(-30_000), now)).toBe(step - 1);
  expect(totpStep(secret, codeAt(30_000), now)).toBe(step + 1);
  expect(totpStep(secret, codeAt(-90_000), now)).toBeNull();
});

test('makes secrets of 160 bits, each another', () => {
  const secrets = Array.from({ length: 50 }, newTotpSecret);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(new Set(secrets).size).toBe(50);
});

test('names the login for the app', () => {
  expect(totpUri(rfcSecret, '张三')).toBe(
    `otpauth://totp/%E5%AF%B9%E6%8E%A5:%E5%BC%A0%E4%B8%89?secret=${rfcSecret}&issuer=%E5%AF%B9%E6%8E%A5`,
  );
});
