import { fold } from './fold';
import { heardAs, soundsOf } from './sounds';
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

/** Longest run of characters of which all may be written by ear. */
const longestHeard = 6;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Where words of everyday begin and end. */
function boundaries(text: string): ReadonlySet<number> {
  const at = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) at.add(index);
  return at;
}

/** Whether a run is made of whole words, two at least: what stands in the dictionary is no slip. */
const apart = (at: ReadonlySet<number>, start: number, length: number): boolean =>
  at.has(start) &&
  at.has(start + length) &&
  Array.from({ length: length - 1 }, (_, i) => start + i + 1).some((i) => at.has(i));

/**
 * Puts wrong characters right where what is written occurs nowhere and a word of the vocabulary does: a word that sounds
 * alike (居家样老), one wrong character or two neighbours that changed places (垃圾分累). At the edge of a word the word must
 * have four characters, for 物业跑 is no slip of 物业费. Two characters are read by their exact sound only (冲电).
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
  /** Looks at every run of a length that is not yet corrected and holds something that occurs nowhere. */
  const look = (length: number, find: (written: string, start: number) => string | undefined): void => {
    for (let start = 0; start + length <= now.length; start += 1) {
      if (corrected.slice(start, start + length).includes(true)) continue;
      const written = fold(now.slice(start, start + length));
      if (!/^\p{Script=Han}+$/u.test(written) || pairs(written, 0, length).every(occurs)) continue;
      const to = find(written, start);
      if (to === undefined || to === written) continue;
      corrections.push({ from: now.slice(start, start + length), to });
      corrected.fill(true, start, start + length);
      now = now.slice(0, start) + to + now.slice(start + length);
    }
  };
  const { sounds } = vocabulary;
  const at = boundaries(query);

  for (let length = longestHeard; length >= 3; length -= 1)
    look(length, (written) =>
      soundsOf(written)
        .flatMap((way) => sounds.alike.get(heardAs(way)) ?? [])
        .at(0),
    );
  for (const [length, words] of vocabulary.corrections)
    look(length, (written) =>
      words.find((word) => {
        const found = slip(written, word);
        if (!found) return false;
        const edge = found.at === 0 || found.at + found.length === length;
        return !(edge && length < 4) && !pairs(written, found.at - 1, found.at + found.length).some(occurs);
      }),
    );
  look(2, (written, start) => {
    const [way] = apart(at, start, 2) ? soundsOf(written) : [];
    const word = way === undefined ? undefined : sounds.typed.get(way.join(''));
    return word?.length === 2 ? word : undefined;
  });
  return { query: now, corrections };
}
