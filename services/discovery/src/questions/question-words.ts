import { fold } from '../text/fold';

const longest = 40;
/** Numbers of telephones and papers, addresses of mail. */
const personal = /\d[\d .·\-\u2010-\u2015\uff0d]{3,}\d|@/u;

/** @returns the words as they are counted, or null when they may tell of a person or are no question */
export function questionWords(q: string): string | null {
  const words = fold(q).replaceAll(/\s+/gu, ' ').trim();
  return words === '' || words.length > longest || personal.test(words) ? null : words;
}
