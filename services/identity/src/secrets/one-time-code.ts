import { randomBytes } from 'node:crypto';

/** Without 0, 1, I and O, which are misread; 32 characters, so that 8 of them hold 40 bits. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** @returns 8 characters to be read out or written down */
export const newOneTimeCode = (): string => Array.from(randomBytes(8), (byte) => alphabet[byte & 31]).join('');

/** Brings a code as somebody typed it into the form it was made in. */
export const normalizeOneTimeCode = (typed: string): string =>
  typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
