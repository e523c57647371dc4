import { dayOf } from '@duijie/domain-kit';
import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from './canonical-json';

/** Without letters and digits that are taken for each other. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** SHA-256 in hex over the canonical JSON of a value. */
export const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex');

/** 128 random bits that make a hash tell nothing of what it is over. */
export const newSalt = (): string => randomBytes(16).toString('hex');

/** A number to print: nobody guesses the next, and it does not count responses. @param at instant of submission */
export function newReceiptNumber(at: Date): string {
  const tail = Array.from(randomBytes(10), (byte) => alphabet[byte % alphabet.length]).join('');
  return `HZ-${dayOf(at).replaceAll('-', '')}-${tail}`;
}

/**
 * What a receipt stands for.
 * @param parts hashes of the content and of each document, all of them salted, documents in the order of their ids
 * @returns SHA-256 in hex
 */
export const receiptHash = (parts: {
  readonly responseId: string;
  readonly lotId: string;
  readonly attempt: number;
  readonly content: string;
  readonly documents: readonly string[];
}): string => hashOf(parts);
