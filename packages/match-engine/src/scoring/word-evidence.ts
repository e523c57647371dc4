import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';

/**
 * Length of a text as BM25 sees it.
 *
 * @param columns the index @param terms number of its terms
 * @returns k1 × (1 − b + b × length / average) in thousandths, k1 = 1.2, b = 0.75
 */
export function textLength(columns: RankColumns, terms: number): number {
  return 300 + Math.floor((900 * terms * columns.count) / Math.max(1, columns.totalTerms));
}

/**
 * What one term brings.
 *
 * @param weight its weight in the need @param times how often the package's text has it @param length `textLength`
 * @returns evidence in 1/256 bit, an integer ≥ 0
 */
export function termEvidence(weight: number, times: number, length: number): number {
  return Math.floor((weight * times * 2200) / (times * 1000 + length));
}

/**
 * BM25 of the package's text for the need's words, k1 = 1.2, b = 0.75, in integers.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns evidence in 1/256 bit, an integer ≥ 0
 * @see Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009
 */
export function wordEvidence(need: PreparedNeed, columns: RankColumns, row: number): number {
  columns.words.load(need, columns.documentFrequency.length);
  const { weight } = columns.words;
  const { data } = columns.termCounts;
  const end = columns.termCounts.end[row]!;
  let length = -1;
  let sum = 0;
  for (let i = columns.termCounts.start[row]!; i < end; i += 2) {
    const asked = weight[data[i]!]!;
    if (asked === 0) continue;
    if (length < 0) length = textLength(columns, columns.termTotal[row]!);
    sum += termEvidence(asked, data[i + 1]!, length);
  }
  return sum;
}
