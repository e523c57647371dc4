import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { focus } from './focus';
import type { Weights } from './weights';
import { words } from './words';

/**
 * Tells whether need and package share enough words: a package that delivers none of the components must share more.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param weights the weights
 * @returns true when they do
 */
export function sharesWords(need: PreparedNeed, columns: RankColumns, row: number, weights: Weights): boolean {
  const delivers = focus(need, columns, row) > 0;
  return (
    words(need, columns, row, weights) >= (delivers ? weights.leastWordsPermille : weights.leastRelatedWordsPermille)
  );
}
