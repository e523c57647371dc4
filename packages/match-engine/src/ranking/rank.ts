import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import type { Ranked } from '../ranked';
import { defaultWeights } from '../scoring/default-weights';
import { bestRows } from './best-rows';
import { describeRow } from './describe-row';
import { describedNeed } from './described-need';
import { rowsOf } from './rows-of';
import type { RankOptions } from './rank-options';

/**
 * Ranks the packages for a need: those that pass every hard rule and fit well enough, best first.
 *
 * @param columns the index
 * @param need the need; without components its text is understood first
 * @param options how many, as of which day, by which weights
 * @returns at most k suggestions by score descending, ties by the published tie key, then by id
 * @example rank(columns, need, { k: 10, asOfDay: '2026-12-01' })[0]?.score // 0..10000
 */
export function rank(columns: PackageColumns, need: EngineNeed, options: RankOptions): Ranked[] {
  const weights = options.weights ?? defaultWeights;
  const prepared = describedNeed(columns, need, weights, dayNumber(options.asOfDay));
  const without = rowsOf(columns, options.without);
  const best = bestRows(prepared, columns, weights, Math.max(0, options.k), { without });
  const { onlyWith } = options;
  if (onlyWith && !best.some(({ row }) => onlyWith.has(columns.packages[row]!.id))) return [];
  return best.map(({ row }) => describeRow(prepared, columns, row, weights));
}
