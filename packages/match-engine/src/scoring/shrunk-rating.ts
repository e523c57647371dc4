import type { RankColumns } from '../columns/rank-columns';
import type { Weights } from './weights';

/**
 * Rating shrunk towards the prior when there are few.
 *
 * @param columns the index @param row the package's row @param weights the prior
 * @returns hundredths of a star, 100..500
 * @see Efron & Morris, "Stein's paradox in statistics", Scientific American 236(5), 1977
 */
export function shrunkRating(columns: RankColumns, row: number, weights: Weights): number {
  const count = columns.ratingCount[row]!;
  const sum = columns.ratingHundredths[row]! * count + weights.ratingPriorHundredths * weights.ratingPriorCount;
  return Math.floor(count === 0 ? weights.ratingPriorHundredths : sum / (count + weights.ratingPriorCount));
}
