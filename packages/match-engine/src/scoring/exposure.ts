import type { RankColumns } from '../columns/rank-columns';

const NEWCOMER_RATINGS = 10;

/**
 * A correction for new and small providers, which no one has rated yet.
 *
 * @param columns the index @param row the package's row
 * @returns permille, 0..1000
 * @see Singh & Joachims, KDD 2018
 */
export function exposure(columns: RankColumns, row: number): number {
  return Math.max(0, 1000 - Math.floor((1000 * columns.ratingCount[row]!) / NEWCOMER_RATINGS));
}
