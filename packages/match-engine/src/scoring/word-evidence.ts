import type { PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from '../ranking/prepared-need';

/**
 * BM25 of the package's text for the need's words, k1 = 1.2, b = 0.75, in integers.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns evidence in 1/256 bit, an integer ≥ 0
 * @see Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009
 */
export function wordEvidence(need: PreparedNeed, columns: PackageColumns, row: number): number {
  const counts = columns.termCounts[row]!;
  const total = Math.max(1, columns.totalTerms);
  const length = 300 + Math.floor((900 * columns.termTotal[row]! * columns.count) / total);
  let sum = 0;
  for (let i = 0; i < counts.length; i += 2) {
    const weight = need.termWeight[counts[i]!]!;
    if (weight === 0) continue;
    const times = counts[i + 1]! * 1000;
    sum += Math.floor((weight * times * 22) / (10 * (times + length)));
  }
  return sum;
}
