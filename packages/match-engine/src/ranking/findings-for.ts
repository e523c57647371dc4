import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import type { Finding } from '../finding';
import { defaultWeights } from '../scoring/default-weights';
import { findingsOf } from './findings-of';
import { describedNeed } from './described-need';
import type { RankOptions } from './rank-options';

/**
 * Asks the hard rules about some packages, without scoring or ranking any.
 *
 * @param columns the index @param need the need @param packageIds ids; those not held are left out
 * @param options as of which day, by which weights
 * @returns one finding a rule, by package
 */
export function findingsFor(
  columns: PackageColumns,
  need: EngineNeed,
  packageIds: readonly string[],
  options: Pick<RankOptions, 'asOfDay' | 'weights'>,
): Map<string, Finding[]> {
  const prepared = describedNeed(columns, need, options.weights ?? defaultWeights, dayNumber(options.asOfDay));
  const found = new Map<string, Finding[]>();
  for (const id of packageIds) {
    const row = columns.rowOf(id);
    if (row >= 0) found.set(id, findingsOf(prepared, columns, row));
  }
  return found;
}
