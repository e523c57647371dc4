import type { RankColumns } from '../columns/rank-columns';
import { fixedLog2 } from '../text/fixed-log2';

/** Terms that some package has, and their weights. */
export interface WordWeights {
  readonly terms: Int32Array;
  readonly weights: Int32Array;
}

const NOTHING: WordWeights = { terms: new Int32Array(0), weights: new Int32Array(0) };

/**
 * Weighs words by how rare they are among the packages.
 *
 * @param columns the index
 * @param pairs pairs of term number and times
 * @returns weight = times × 256 × log2((N + 1) / (df + 0.5)), an integer; words that no package has are left out
 * @see Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009 (inverse document frequency)
 */
export function wordWeights(columns: RankColumns, pairs: Int32Array): WordWeights {
  if (pairs.length === 0) return NOTHING;
  const terms = new Int32Array(pairs.length >> 1);
  const weights = new Int32Array(pairs.length >> 1);
  let used = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const rarity = rarityOf(columns, pairs[i]!);
    if (rarity === 0) continue;
    terms[used] = pairs[i]!;
    weights[used++] = pairs[i + 1]! * rarity;
  }
  return used === terms.length
    ? { terms, weights }
    : { terms: terms.subarray(0, used), weights: weights.subarray(0, used) };
}

/**
 * @param columns the index @param term number of a term
 * @returns 256 × log2((N + 1) / (df + 0.5)); 0 when no package has it
 */
export function rarityOf({ rarity, documentFrequency, count }: RankColumns, term: number): number {
  if (term < rarity.length) return rarity[term]!;
  const frequency = documentFrequency[term] ?? 0;
  return frequency === 0 ? 0 : fixedLog2(2 * count + 2, 2 * frequency + 1);
}
