import type { Correction } from './correct-query';
import type { SoundIndex } from './sound-index';

const typedRun = /[a-z]+(?:[ '][a-z]+)*/gi;
const longestTyped = 40;
const leastTyped = 4;

/** The fewest words whose pinyin, one after the other, is what was typed. */
function spell(typed: string, { typed: known }: SoundIndex): string | null {
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= typed.length; end += 1)
    for (let start = Math.max(0, end - longestTyped); start < end; start += 1) {
      const before = best[start];
      const word = before === undefined ? undefined : known.get(typed.slice(start, end));
      if (before === undefined || word === undefined) continue;
      if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = [...before, word];
    }
  return best[typed.length]?.join('') ?? null;
}

const readOne = (typed: string, sounds: SoundIndex): string | null =>
  (typed.length >= leastTyped ? spell(typed, sounds) : null) ?? sounds.initials.get(typed) ?? null;

/** All of what was typed as one, or each piece by itself. */
function readRun(run: string, sounds: SoundIndex): string | null {
  const whole = run.replaceAll(/[ ']/g, '');
  if (whole.length > longestTyped) return null;
  const one = readOne(whole, sounds);
  if (one !== null) return one;
  const pieces = run.split(/[ ']/).map((piece) => readOne(piece, sounds));
  return pieces.every((piece) => piece !== null) ? pieces.join(' ') : null;
}

/**
 * Reads pinyin, in full or as initials, as the Chinese words that it stands for, where no document holds what was typed.
 * @param occurs whether any document holds a word of Latin letters
 */
export function readPinyin(
  query: string,
  sounds: SoundIndex,
  occurs: (word: string) => boolean,
): { readonly query: string; readonly corrections: readonly Correction[] } {
  const corrections: Correction[] = [];
  const read = query.replaceAll(typedRun, (run) => {
    const typed = run.toLowerCase();
    if (typed.split(/[ ']/).some(occurs)) return run;
    const to = readRun(typed, sounds);
    if (to === null) return run;
    corrections.push({ from: run, to });
    return to;
  });
  return { query: read, corrections };
}
