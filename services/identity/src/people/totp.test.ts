import { generateSync } from 'otplib';
import { newTotpSecret, totpStep, totpUri } from './totp';

const secret = newTotpSecret();
const now = new Date('2026-12-01T10:00:10Z');
const codeAt = (ms: number): string => generateSync({ secret, epoch: Math.floor((now.getTime() + ms) / 1000) });

test('takes the code of now and of half a minute away, and says which step it is', () => {
  const step = Math.floor(now.getTime() / 30_000);
  expect(totpStep(secret, codeAt(0), now)).toBe(step);
  expect(totpStep(secret, codeAt(-30_000), now)).toBe(step - 1);
  expect(totpStep(secret, codeAt(-120_000), now)).toBeNull();
});

test('agrees with the vector of RFC 6238, cut to six digits', () => {
  // ASCII 12345678901234567890 in base32; 94287082 at 59 s.
  expect(totpStep('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', '287082', new Date(59_000))).toBe(1);
});

test('names the login for the app', () => {
  expect(totpUri(secret, 'zhang')).toMatch(/^otpauth:\/\/totp\/.*zhang\?secret=/);
});
