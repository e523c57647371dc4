import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import type { Ranked } from '../ranked';
import { isEligible } from '../rules/is-eligible';
import { defaultWeights } from '../scoring/default-weights';
import { fitsEnough } from '../scoring/fits-enough';
import { scoreRow } from '../scoring/score-row';
import { forEachCandidate } from './candidates';
import { describeRow } from './describe-row';
import { prepareNeed } from './prepared-need';
import type { RankOptions } from './rank-options';
import { TopK } from './top-k';

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
  const prepared = prepareNeed(columns, need, weights, dayNumber(options.asOfDay));
  const best = new TopK(
    Math.max(0, options.k),
    prepared.hash,
    (row) => columns.hash[row]!,
    (row) => columns.packages[row]!.id,
  );
  forEachCandidate(prepared, columns, (row) => {
    if (!isEligible(prepared, columns, row)) return;
    const score = scoreRow(prepared, columns, row, weights);
    if (!fitsEnough(prepared, columns, row, weights, score)) return;
    if (options.without?.has(columns.packages[row]!.id)) return;
    best.offer(row, score);
  });
  return best.sorted().map(({ row }) => describeRow(prepared, columns, row, weights));
}
