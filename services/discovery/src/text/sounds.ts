import { heardSyllable } from '@duijie/match-engine';
import { pinyin } from 'pinyin-pro';

const readings = new Map<string, readonly string[]>();
const mostReadings = 8;

/** Ways to read one character, without tones; ü is v, as it is typed. */
function readingsOf(character: string): readonly string[] {
  const known = readings.get(character);
  if (known) return known;
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true }).map((r) => r.replaceAll('ü', 'v'));
  const own = [...new Set(all)].filter((reading) => /^[a-z]+$/.test(reading));
  readings.set(character, own);
  return own;
}

/**
 * Ways to read a Chinese word, as syllables; a character with several readings gives several.
 * @returns at most eight; empty when a character has no reading
 */
export function soundsOf(word: string): readonly (readonly string[])[] {
  let ways: string[][] = [[]];
  for (const character of word) {
    const own = readingsOf(character);
    if (own.length === 0) return [];
    ways = ways.flatMap((way) => own.map((reading) => [...way, reading])).slice(0, mostReadings);
  }
  return ways;
}

/** What a word is heard as; words of one key sound alike. */
export const heardAs = (syllables: readonly string[]): string => syllables.map(heardSyllable).join("'");
