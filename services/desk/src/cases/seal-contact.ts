import type { CaseView } from '@duijie/contracts';
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

type Contact = NonNullable<CaseView['contact']>;

/** Keeps contact persons of cases unreadable for whoever only has the database. */
export interface SealContact {
  /** @returns base64url of nonce, tag and ciphertext (AES-256-GCM), null for nobody */
  seal(contact: Contact | null): string | null;
  /** @throws Error when it was altered or sealed with another key */
  open(sealed: string | null): Contact | null;
}

/** @param secret the host's secret, at least 32 characters */
export function createSealContact(secret: string): SealContact {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'duijie desk contact', 32));
  return {
    seal(contact) {
      if (contact === null || (contact.name === null && contact.phone === null)) return null;
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const content = Buffer.concat([cipher.update(JSON.stringify(contact), 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url');
    },
    open(sealed) {
      if (sealed === null) return null;
      const bytes = Buffer.from(sealed, 'base64url');
      const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      cipher.setAuthTag(bytes.subarray(12, 28));
      return JSON.parse(Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8')) as Contact;
    },
  };
}
