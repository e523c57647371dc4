import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealedContent } from '../persistence/response.repository';
import type { SealKeys } from './seal-keys';

/** Where sealed content belongs: put anywhere else, it does not open. */
export interface SealedPlace {
  readonly lotId: string;
  readonly attempt: number;
  readonly responseId: string;
  /** `content`, or the id of a document. */
  readonly part: string;
  readonly version: number;
}

const boundTo = ({ lotId, attempt, responseId, part, version }: SealedPlace): Buffer =>
  Buffer.from(['duijie response', lotId, attempt, responseId, part, version].join('|'));

/** Encrypts under a new data key (AES-256-GCM), which only its wrapped form survives. */
export function seal(keys: Pick<SealKeys, 'wrap'>, text: string, place: SealedPlace): SealedContent {
  const dataKey = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', dataKey, nonce);
  cipher.setAAD(boundTo(place));
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return {
    sealedContent: Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64url'),
    wrappedKey: keys.wrap(dataKey),
  };
}

/**
 * Decrypts with a data key that was unwrapped. Only the unsealing gets one.
 * @throws Error when content or place differ from what was sealed
 */
export function openWith(dataKey: Buffer, sealedContent: string, place: SealedPlace): string {
  const bytes = Buffer.from(sealedContent, 'base64url');
  const cipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(0, 12), { authTagLength: 16 });
  cipher.setAAD(boundTo(place));
  cipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('utf8');
}
