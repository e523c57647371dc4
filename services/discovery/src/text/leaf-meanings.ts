import { understandNeed } from '@duijie/match-engine';
import type { LeafWord, Vocabulary } from './vocabulary';

/** A leaf that words of a query mean. */
export interface LeafMeaning extends LeafWord {
  /** The words that mean it. */
  readonly text: string;
  /** 0..1 */
  readonly confidence: number;
}

/** What people say in one box means one thing, seldom two. */
const most = 3;
const leastConfidence = 0.2;

/**
 * Reads words as the matcher reads a need: names and synonyms of leaves, and how people speak of them.
 * @returns surest first; empty when nothing is meant
 */
export function leafMeanings(words: string, { taxonomy, leafOf }: Vocabulary): LeafMeaning[] {
  return understandNeed({ title: words, description: '' }, taxonomy)
    .components.flatMap(({ code, confidence, evidence }) => {
      const leaf = leafOf.get(code);
      return leaf && confidence >= leastConfidence ? [{ ...leaf, confidence, text: evidence[0] ?? words }] : [];
    })
    .slice(0, most);
}
