import type { PackageColumns } from '../columns/package-columns';
import { isEligible } from '../rules/is-eligible';
import { coverage } from '../scoring/coverage';
import { fitsEnough } from '../scoring/fits-enough';
import { scoreBounds } from '../scoring/score-bounds';
import { scoreRow } from '../scoring/score-row';
import type { Weights } from '../scoring/weights';
import { forEachCandidate } from './candidates';
import type { PreparedNeed } from './prepared-need';
import { type ScoredRow, TopK } from './top-k';

/**
 * The best rows for a prepared need, not yet described. A row whose score cannot reach the worst one kept is passed over;
 * equal scores are always looked at, so the result is that of a full scan.
 *
 * @param need the prepared need
 * @param columns the index
 * @param weights the weights in force
 * @param k how many, at least 0
 * @param without ids not to be suggested
 * @returns rows and scores, best first
 */
export function bestRows(
  need: PreparedNeed,
  columns: PackageColumns,
  weights: Weights,
  k: number,
  without?: ReadonlySet<string>,
): ScoredRow[] {
  const best = new TopK(
    k,
    need.hash,
    (row) => columns.hash[row]!,
    (row) => columns.packages[row]!.id,
  );
  const bound = scoreBounds(weights);
  const least = (): number => Math.max(weights.leastScore, best.leastScore);
  const visit = (row: number): void => {
    if (bound.byCoverage(coverage(need, columns, row)) < least()) return;
    if (!isEligible(need, columns, row) || bound.withoutWords(need, columns, row) < least()) return;
    const score = scoreRow(need, columns, row, weights);
    if (!fitsEnough(need, columns, row, weights, score)) return;
    if (without?.has(columns.packages[row]!.id)) return;
    best.offer(row, score);
  };
  forEachCandidate(need, columns, visit, (most) => bound.byCoverage(most) < least());
  return best.sorted();
}
