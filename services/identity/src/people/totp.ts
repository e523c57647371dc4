import { generateSecret, generateURI, verifySync } from 'otplib';

/** A clock that is half a minute off is forgiven. */
const toleranceSeconds = 30;

export const newTotpSecret = (): string => generateSecret();

/** What an authenticator app reads from a QR code. @see https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export const totpUri = (secret: string, login: string): string => generateURI({ issuer: '对接', label: login, secret });

/**
 * Checks a code of 6 digits.
 * @returns the time step that it belongs to, or null when it is wrong
 * @see RFC 6238
 */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = verifySync({ secret, token: code, epoch, epochTolerance: toleranceSeconds });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
}
