import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { findPhrases } from '../taxonomy/find-phrases';
import { splitLimits } from '../text/split-limits';
import type { NeedText } from './understand-need';

/** Points by leaf, and the words behind them. */
export interface PhraseEvidence {
  readonly strength: Int32Array;
  readonly words: string[][];
}

const POINTS_PER_STRENGTH = 100;
const TITLE_PERCENT = 150;

/**
 * Gathers what the phrases of the taxonomy say about a text. A concept counts once, more when it stands in the title;
 * one that speaks for several leaves counts less for each.
 *
 * @param text what the poster wrote
 * @param taxonomy the taxonomy's index
 * @returns points by leaf number (about 300 for one plain mention) and the phrases found
 */
export function phraseEvidence(text: NeedText, taxonomy: TaxonomyIndex): PhraseEvidence {
  const strength = new Int32Array(taxonomy.codes.length);
  const words: string[][] = taxonomy.codes.map(() => []);
  const seen = new Set<number>();
  for (const [part, percent] of [
    [text.title, TITLE_PERCENT],
    [text.description, 100],
  ] as const) {
    for (const { phrase, concepts } of findPhrases(taxonomy, splitLimits(part).said)) {
      for (const number of concepts) {
        const concept = taxonomy.concepts[number]!;
        for (const { leaf, strength: points } of concept.leaves) {
          if (!seen.has(number)) {
            const shared = concepts.length + concept.leaves.length - 1;
            strength[leaf]! += Math.floor((points * POINTS_PER_STRENGTH * percent * 2) / (100 * (1 + shared)));
          }
          words[leaf]!.push(phrase);
        }
        seen.add(number);
      }
    }
  }
  return { strength, words };
}
