import { createHash } from 'node:crypto';

/** What is kept of a secret of 256 bits: SHA-256 in hex. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
