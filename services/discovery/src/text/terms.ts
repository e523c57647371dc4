import { fold } from './fold';

const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const han = /^\p{Script=Han}/u;
const longestWord = 20;

/**
 * The terms of a text: each two neighbouring Chinese characters, each word of another script. A Chinese character that
 * stands alone is a term itself.
 * @returns without repetitions, in the order of the text
 */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const [run] of fold(text).matchAll(runs)) {
    if (!han.test(run)) terms.add(run.slice(0, longestWord));
    else {
      const characters = Array.from(run);
      if (characters.length === 1) terms.add(run);
      for (let i = 1; i < characters.length; i += 1) terms.add(`${characters[i - 1]}${characters[i]}`);
    }
  }
  return [...terms];
}
