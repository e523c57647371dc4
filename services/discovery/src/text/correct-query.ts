import { fold } from './fold';
import type { Vocabulary } from './vocabulary';

export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** Where two texts of one length differ, when it is in one character, or in two neighbours that changed places. */
function slip(written: string, word: string): { readonly at: number; readonly length: 1 | 2 } | null {
  const differing: number[] = [];
  for (let i = 0; i < word.length; i += 1) if (written[i] !== word[i] && differing.push(i) > 2) return null;
  const [at, next] = differing;
  if (at === undefined) return null;
  if (next === undefined) return { at, length: 1 };
  return next === at + 1 && written[at] === word[next] && written[next] === word[at] ? { at, length: 2 } : null;
}

/**
 * Puts single wrong characters right, and two neighbours that changed places, where what is written occurs nowhere and a
 * word of the vocabulary does. At the edge of a word the word must have four characters, for 物业跑 is no slip of 物业费.
 * @param occurs whether any document holds the two characters next to each other
 * @returns the query, corrected where it had to be, and what was corrected
 */
export function correctQuery(
  query: string,
  vocabulary: Vocabulary,
  occurs: (pair: string) => boolean,
): { readonly query: string; readonly corrections: readonly Correction[] } {
  let now = query;
  const corrections: Correction[] = [];
  const corrected = Array.from({ length: query.length }, () => false);
  const pairs = (text: string, from: number, to: number): string[] => {
    const found: string[] = [];
    for (let i = Math.max(0, from); i < Math.min(text.length - 1, to); i += 1) found.push(text.slice(i, i + 2));
    return found;
  };
  for (const [length, words] of vocabulary.corrections)
    for (let start = 0; start + length <= now.length; start += 1) {
      if (corrected.slice(start, start + length).includes(true)) continue;
      const written = fold(now.slice(start, start + length));
      if (!/^\p{Script=Han}+$/u.test(written) || pairs(written, 0, length).every(occurs)) continue;
      for (const word of words) {
        const found = slip(written, word);
        if (!found) continue;
        const edge = found.at === 0 || found.at + found.length === length;
        if (edge && length < 4) continue;
        if (pairs(written, found.at - 1, found.at + found.length).some(occurs)) continue;
        corrections.push({ from: now.slice(start, start + length), to: word });
        corrected.fill(true, start, start + length);
        now = now.slice(0, start) + word + now.slice(start + length);
        break;
      }
    }
  return { query: now, corrections };
}
