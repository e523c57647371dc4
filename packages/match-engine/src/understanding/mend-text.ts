import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { normaliseText } from '../text/normalise-text';
import { lookalikes } from '../text/same-shape';
import { soundOf } from '../text/sound-of';
import { tokenise } from '../text/tokenise';
import { exampleTerms } from './example-terms';

const RUNS = /\p{Script=Han}{2,}/gu;
const LONGEST = 6;
/** Characters of grammar: they are meant as they stand. */
const GRAMMAR = /[的了是在有和与为被把给让从向于之其到去来想要不没上下这那个们也都就又还很会能可以多少大小一二两三几]/u;
const words = new Intl.Segmenter('zh', { granularity: 'word' });
const known = new WeakMap<TaxonomyIndex, Vocabulary>();

/**
 * Puts the words of the taxonomy in the place of what sounds or looks like them and is no word itself: `加装电体` becomes
 * `加装电梯`. A character is taken for a wrong one only where neither the dictionary nor the taxonomy knows a word around it.
 *
 * @param taxonomy names, synonyms and phrases are the words
 * @param text what somebody wrote
 * @returns the text in normal form, of the same length
 * @see Unicode Standard Annex 29 (word boundaries; ICU's dictionary for Chinese)
 */
export function mendText(taxonomy: TaxonomyIndex, text: string): string {
  const vocabulary = vocabularyOf(taxonomy);
  const normal = normaliseText(text);
  return vocabulary.bySound.size === 0 ? normal : normal.replace(RUNS, (run) => mendRun(taxonomy, vocabulary, run));
}

/**
 * @param taxonomy names, synonyms and phrases are the words
 * @param text title and description, and whatever else goes with them
 * @returns the same with both mended
 */
export const mended = <T extends { readonly title: string; readonly description: string }>(
  taxonomy: TaxonomyIndex,
  text: T,
): T => ({
  ...text,
  title: mendText(taxonomy, text.title),
  description: mendText(taxonomy, text.description),
});

/** What mending needs of a taxonomy. */
interface Vocabulary {
  /** Phrases by what they sound like. */
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  /** Pairs of characters that are in use. */
  readonly pairs: ReadonlySet<string>;
}

function vocabularyOf(taxonomy: TaxonomyIndex): Vocabulary {
  const before = known.get(taxonomy);
  if (before) return before;
  const bySound = new Map<string, string[]>();
  const pairs = new Set(exampleTerms(taxonomy).keys());
  const inNames = new Set(taxonomy.names.flatMap((name) => tokenise(name)));
  for (const phrase of taxonomy.conceptsOf.keys()) {
    for (const pair of tokenise(phrase)) pairs.add(pair);
    if (phrase.length > LONGEST || !/^\p{Script=Han}{2,}$/u.test(phrase)) continue;
    // Two characters sound like too much; only what services are called by is worth it.
    if (phrase.length === 2 && !inNames.has(phrase)) continue;
    const key = keyOf([...phrase]);
    bySound.set(key, [...(bySound.get(key) ?? []), phrase]);
  }
  const vocabulary = { bySound, pairs };
  known.set(taxonomy, vocabulary);
  return vocabulary;
}

const keyOf = (characters: readonly string[]): string => characters.map(soundOf).join(' ');

function mendRun(taxonomy: TaxonomyIndex, { bySound, pairs }: Vocabulary, run: string): string {
  const characters = [...run];
  const alone = characters.map(() => false);
  for (const { segment, index } of words.segment(run)) if (segment.length === 1) alone[index] = true;
  const inUse = (from: number): boolean => pairs.has(run.slice(from, from + 2));
  const suspect = characters.map(
    (character, at) => alone[at]! && !GRAMMAR.test(character) && !inUse(at) && !(at > 0 && inUse(at - 1)),
  );
  for (let at = 0; at < characters.length; at++) {
    for (let end = Math.min(characters.length, at + LONGEST); end >= at + 2; end--) {
      if (!suspect.slice(at, end).includes(true)) break;
      const span = characters.slice(at, end);
      if (taxonomy.conceptsOf.has(span.join(''))) break;
      const phrase = meant(bySound, span, suspect.slice(at, end));
      if (phrase === undefined) continue;
      characters.splice(at, phrase.length, ...phrase);
      suspect.fill(false, at, end);
      at = end - 1;
      break;
    }
  }
  return characters.join('');
}

/** The phrase that a span was meant to be: at least half of its characters stand there, the others are suspect. */
function meant(
  bySound: Vocabulary['bySound'],
  span: readonly string[],
  suspect: readonly boolean[],
): string | undefined {
  const fits = (phrase: string): boolean => {
    const wrong = [...phrase].flatMap((character, i) => (character === span[i] ? [] : [i]));
    return wrong.length > 0 && wrong.length * 2 <= span.length && wrong.every((i) => suspect[i]);
  };
  const keys = [
    keyOf(span),
    ...span.flatMap((character, i) =>
      suspect[i] ? [...lookalikes(character)].map((other) => keyOf(span.map((c, j) => (j === i ? other : c)))) : [],
    ),
  ];
  return keys.flatMap((key) => bySound.get(key) ?? []).find(fits);
}
