import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import { defaultWeights } from '../scoring/default-weights';
import { bestRows } from './best-rows';
import type { NeedFacts } from './need-facts';
import { prepareNeed } from './prepared-need';
import type { RankOptions } from './rank-options';
import { rowsOf } from './rows-of';

/** A package and its score. */
export interface Scored {
  readonly packageId: string;
  readonly score: number;
}

/**
 * The list of `rank` without reasons and findings, for a need that has been read already.
 *
 * @param columns the index
 * @param facts the need
 * @param options how many, as of which day, by which weights
 * @returns at most k packages and scores, best first
 */
export function bestOf(
  columns: PackageColumns,
  facts: NeedFacts,
  options: Omit<RankOptions, 'onlyWith'>,
): readonly Scored[] {
  const weights = options.weights ?? defaultWeights;
  const need = prepareNeed(columns, facts, weights, dayNumber(options.asOfDay));
  const choice = options.without ? { without: rowsOf(columns, options.without) } : {};
  return bestRows(need, columns, weights, Math.max(0, options.k), choice).map(({ row, score }) => ({
    packageId: columns.packages[row]!.id,
    score,
  }));
}
