import { randomBytes } from 'node:crypto';

/** @returns 256 random bits as 43 characters of base64url */
export const newSecret = (): string => randomBytes(32).toString('base64url');
