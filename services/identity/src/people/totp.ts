import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const stepMs = 30_000;
const digits = 6;
/** A clock that is one step off is forgiven. */
const tolerance = 1;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** @returns 160 random bits in base32, 32 characters. @see RFC 4226, section 4, R6; RFC 4648, section 6 */
export const newTotpSecret = (): string => {
  const bits = Array.from(randomBytes(20), (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: 32 }, (_, i) => base32[Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2)]).join('');
};

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret, (character) => base32.indexOf(character).toString(2).padStart(5, '0')).join('');
  return Buffer.from(
    Array.from({ length: Math.floor(bits.length / 8) }, (_, i) => Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2)),
  );
}

/** What an authenticator app reads from a QR code. @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export const totpUri = (secret: string, login: string): string =>
  `otpauth://totp/${encodeURIComponent('对接')}:${encodeURIComponent(login)}?secret=${secret}&issuer=${encodeURIComponent('对接')}`;

/**
 * The code of 6 digits that an app shows at a moment.
 * @param secret in base32
 * @see RFC 6238, section 4, over HOTP of RFC 4226, section 5.3 (HMAC-SHA-1, steps of 30 s)
 */
export function totpCode(secret: string, at: Date): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at.getTime() / stepMs)));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  const value = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(value % 10 ** digits).padStart(digits, '0');
}

/**
 * Checks a code of 6 digits.
 * @returns the time step that it belongs to, or null when it is wrong
 */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const present = Math.floor(now.getTime() / stepMs);
  for (let step = present - tolerance; step <= present + tolerance; step += 1)
    if (timingSafeEqual(Buffer.from(totpCode(secret, new Date(step * stepMs))), Buffer.from(code))) return step;
  return null;
}
