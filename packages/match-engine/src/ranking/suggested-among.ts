import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import { isEligible } from '../rules/is-eligible';
import { defaultWeights } from '../scoring/default-weights';
import { fitsEnough } from '../scoring/fits-enough';
import { scoreRow } from '../scoring/score-row';
import { describedNeed } from './described-need';
import type { RankOptions } from './rank-options';

/**
 * Says which of some packages would be suggested for a need: they pass every hard rule and fit well enough. Looks at these
 * packages only, so for a few it costs much less than a ranking.
 *
 * @param columns the index @param need the need @param packageIds ids; those not held are left out
 * @param options as of which day, by which weights
 * @returns their ids, in the order given
 */
export function suggestedAmong(
  columns: PackageColumns,
  need: EngineNeed,
  packageIds: readonly string[],
  options: Pick<RankOptions, 'asOfDay' | 'weights'>,
): string[] {
  const weights = options.weights ?? defaultWeights;
  const prepared = describedNeed(columns, need, weights, dayNumber(options.asOfDay));
  return packageIds.filter((id) => {
    const row = columns.rowOf(id);
    if (row < 0 || !isEligible(prepared, columns, row)) return false;
    return fitsEnough(prepared, columns, row, weights, scoreRow(prepared, columns, row, weights));
  });
}
