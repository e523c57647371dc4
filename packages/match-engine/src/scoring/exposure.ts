import type { RankColumns } from '../columns/rank-columns';

const NEWCOMER_RATINGS = 10;

/**
 * A correction for new and small providers, which no one has rated yet, and for those that were shown less than they
 * deserve: the larger of both.
 *
 * @param columns the index @param row the package's row
 * @returns permille, 0..1000
 * @see Singh & Joachims, "Fairness of Exposure in Rankings", KDD 2018
 * @see Biega, Gummadi & Weikum, "Equity of Attention", SIGIR 2018 (amortised over time)
 */
export function exposure(columns: RankColumns, row: number): number {
  const newcomer = Math.max(0, 1000 - Math.floor((1000 * columns.ratingCount[row]!) / NEWCOMER_RATINGS));
  return Math.max(newcomer, columns.exposureOwed[row]!);
}
