import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps personal data and secrets unreadable for whoever only has the database. */
export interface Sealing {
  /** @returns base64url of nonce, tag and ciphertext (AES-256-GCM) */
  seal(text: string): string;
  /** @throws Error when it was altered or sealed with another key */
  open(sealed: string): string;
  /** HMAC-SHA-256 in hex: a short code cannot be found by trying all of them without the key. */
  hashCode(code: string): string;
}

/** @param secret the host's secret, at least 32 characters */
export function createSealing(secret: string): Sealing {
  const key = (purpose: string): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, '', `duijie identity ${purpose}`, 32));
  const sealKey = key('seal');
  const codeKey = key('code');
  return {
    seal(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url');
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, 'base64url');
      const cipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
    },
    hashCode: (code) => createHmac('sha256', codeKey).update(code).digest('hex'),
  };
}
