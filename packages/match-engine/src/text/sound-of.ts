import { pinyin } from 'pinyin-pro';

const known = new Map<string, string>();

/**
 * What a Chinese character sounds like in the south-west: without tones; zh, ch, sh as z, c, s; n as l; ing, eng, ang as
 * in, en, an. Who types by ear mixes these up.
 *
 * @param character one character
 * @returns its most usual reading; the character itself where it has none
 */
export function soundOf(character: string): string {
  let sound = known.get(character);
  if (sound === undefined) {
    sound = pinyin(character, { toneType: 'none' })
      .replace(/^([zcs])h/u, '$1')
      .replace(/^n/u, 'l')
      .replace(/([aei]n)g$/u, '$1');
    known.set(character, sound);
  }
  return sound;
}
