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
/** What is less sure than this share of the surest is no second meaning of so few words. */
const leastShare = 0.6;

/**
 * Reads words as the matcher reads a need: names and synonyms of leaves, and how people speak of them.
 * @returns surest first; empty when nothing is meant
 */
export function leafMeanings(words: string, { taxonomy, leafOf }: Vocabulary): LeafMeaning[] {
  const { components } = understandNeed({ title: words, description: '' }, taxonomy);
  const least = Math.max(leastConfidence, leastShare * (components[0]?.confidence ?? 0));
  return components
    .flatMap(({ code, confidence, evidence }) => {
      const leaf = leafOf.get(code);
      return leaf && confidence >= least ? [{ ...leaf, confidence, text: evidence[0] ?? words }] : [];
    })
    .slice(0, most);
}
