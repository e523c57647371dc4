import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { costPermille } from './cost-permille';
import { coverage } from './coverage';
import { partPoints } from './part-points';
import { sharesWords } from './shares-words';
import { suitsPeople } from './suits-people';
import type { Weights } from './weights';

/**
 * Tells whether a row fits well enough to be suggested, apart from the hard rules: it is for the people
 * meant, brings some of what is asked, its price is not far beyond the budget, it shares words, and has the least score
 * apart from freshness: to be brought up to date makes nothing fit that does not.
 *
 * @param need the prepared need @param columns the index @param row the row @param weights the weights
 * @param score its score by `scoreRow`
 * @returns true when it is worth a suggestion
 */
export function fitsEnough(
  need: PreparedNeed,
  columns: RankColumns,
  row: number,
  weights: Weights,
  score: number,
): boolean {
  return (
    score - partPoints('freshness', need, columns, row, weights) >= weights.leastScore &&
    suitsPeople(need, columns, row) &&
    coverage(need, columns, row) >= weights.leastCoveragePermille &&
    costPermille(need, columns, row) < weights.farOverBudgetPermille &&
    sharesWords(need, columns, row, weights)
  );
}
