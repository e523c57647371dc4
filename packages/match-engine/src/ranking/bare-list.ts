import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import { defaultWeights } from '../scoring/default-weights';
import type { Weights } from '../scoring/weights';
import { bestRows } from './best-rows';
import { pointsOf } from './contributions';
import { type PreparedNeed, prepareNeed } from './prepared-need';
import type { RankOptions } from './rank-options';
import { readNeed } from './read-need';
import { rowsOf } from './rows-of';
import type { ScoredRow } from './top-k';

/** A suggestion with nothing but numbers: what is stored for each of very many. */
export interface BareRanked {
  readonly packageId: string;
  readonly providerId: string;
  readonly score: number;
  /** See `pointsOf`. */
  readonly points: readonly number[];
}

/**
 * The list of `rank` without reasons and findings.
 *
 * @param columns the index @param need the need
 * @param options how many, as of which day, by which weights
 * @returns at most k suggestions, best first
 */
export function bareList(
  columns: PackageColumns,
  need: EngineNeed,
  options: Omit<RankOptions, 'onlyWith'>,
): BareRanked[] {
  const weights = options.weights ?? defaultWeights;
  const prepared = prepareNeed(columns, readNeed(columns, need), weights, dayNumber(options.asOfDay));
  const best = bestRows(prepared, columns, weights, options.k, { without: rowsOf(columns, options.without) });
  return bareRanked(prepared, columns, weights, best);
}

/**
 * @param need the prepared need @param columns the index @param weights the weights @param best its best rows
 * @returns the same with ids and what each part brings
 */
export const bareRanked = (
  need: PreparedNeed,
  columns: PackageColumns,
  weights: Weights,
  best: readonly ScoredRow[],
): BareRanked[] =>
  best.map(({ row, score }) => {
    const { id, providerId } = columns.packages[row]!;
    return { packageId: id, providerId, score, points: pointsOf(need, columns, row, weights, score) };
  });
