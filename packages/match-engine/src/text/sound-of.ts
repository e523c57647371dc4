import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();

/**
 * A syllable as it is heard in the south-west: zh, ch, sh as z, c, s; n as l; ing, eng, ang as in, en, an. Who types by
 * ear mixes these up.
 *
 * @param syllable pinyin without a tone
 * @returns one spelling for all that sound alike
 */
export const heardSyllable = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/u, '$1')
    .replace(/^n/u, 'l')
    .replace(/([aei]n)g$/u, '$1');

/**
 * What a Chinese character sounds like there, by its most usual reading.
 *
 * @param character one character
 * @returns its most usual reading; the character itself where it has none
 */
export function soundOf(character: string): string {
  let sound = known.get(character);
  if (sound === undefined) {
    sound = heardSyllable(pinyin(character, { toneType: 'none' }));
    known.set(character, sound);
  }
  return sound;
}
