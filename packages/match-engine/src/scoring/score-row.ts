import type { RankColumns } from '../columns/rank-columns';
import { SCORE_PARTS } from '../ranked';
import type { PreparedNeed } from '../ranking/prepared-need';
import { partPoints } from './part-points';
import type { Weights } from './weights';

/** Best score there is. */
export const BEST_SCORE = 10_000;

/**
 * Score of a row: the sum of its parts, kept within 0..10000.
 *
 * @param need the prepared need @param columns the index @param row the row @param weights the weights
 * @returns integer 0..10000; allocates nothing
 */
export function scoreRow(need: PreparedNeed, columns: RankColumns, row: number, weights: Weights): number {
  let sum = 0;
  for (let i = 0; i < SCORE_PARTS.length; i++) sum += partPoints(SCORE_PARTS[i]!, need, columns, row, weights);
  return sum < 0 ? 0 : sum > BEST_SCORE ? BEST_SCORE : sum;
}
