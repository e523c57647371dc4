import { heardAs, soundsOf } from './sounds';

/** Words found by their sound. */
export interface SoundIndex {
  /** What they are heard as → words. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
  /** Typed in full, without spaces → the first such word. */
  readonly typed: ReadonlyMap<string, string>;
  /** First letters of the syllables, of words of at least three characters → the first such word. */
  readonly initials: ReadonlyMap<string, string>;
}

const hanOnly = /^\p{Script=Han}{2,8}$/u;

/** @param words the more important ones first; only those of two to eight Chinese characters count */
export function buildSoundIndex(words: Iterable<string>): SoundIndex {
  const alike = new Map<string, string[]>();
  const typed = new Map<string, string>();
  const initials = new Map<string, string>();
  for (const word of new Set(words)) {
    if (!hanOnly.test(word)) continue;
    for (const way of soundsOf(word)) {
      const key = heardAs(way);
      const same = alike.get(key);
      if (same === undefined) alike.set(key, [word]);
      else if (!same.includes(word)) same.push(word);
      const full = way.join('');
      if (!typed.has(full)) typed.set(full, word);
      const first = way.map((syllable) => syllable.charAt(0)).join('');
      if (way.length >= 3 && !initials.has(first)) initials.set(first, word);
    }
  }
  return { alike, typed, initials };
}
