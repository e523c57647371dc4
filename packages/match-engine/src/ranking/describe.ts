import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import type { Ranked } from '../ranked';
import { defaultWeights } from '../scoring/default-weights';
import { describeRow } from './describe-row';
import { describedNeed } from './described-need';
import type { RankOptions } from './rank-options';

/**
 * Describes some packages for a need, suggested or not, without ranking any.
 *
 * @param columns the index @param need the need @param packageIds ids; those not held are left out
 * @param options as of which day, by which weights
 * @returns score, contributions, reasons and findings of each, in the order given
 */
export function describe(
  columns: PackageColumns,
  need: EngineNeed,
  packageIds: readonly string[],
  options: Pick<RankOptions, 'asOfDay' | 'weights'>,
): Ranked[] {
  const weights = options.weights ?? defaultWeights;
  const prepared = describedNeed(columns, need, weights, dayNumber(options.asOfDay));
  return packageIds.flatMap((id) => {
    const row = columns.rowOf(id);
    return row < 0 ? [] : [describeRow(prepared, columns, row, weights)];
  });
}
