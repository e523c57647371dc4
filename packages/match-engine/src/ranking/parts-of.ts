import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import { SCORE_PARTS, type ScorePart } from '../ranked';
import { defaultWeights } from '../scoring/default-weights';
import { partPermille } from '../scoring/part-points';
import { scoreRow } from '../scoring/score-row';
import { describedNeed } from './described-need';
import type { RankOptions } from './rank-options';

/** How well a package does in each part, whatever the parts are worth; and its score by the weights. */
export interface PairParts {
  readonly packageId: string;
  /** -1000..1000 a part. */
  readonly permille: Readonly<Record<ScorePart, number>>;
  readonly score: number;
}

/**
 * Looks at some packages for a need part by part, suggested or not: what weights are tried on and learnt from.
 *
 * @param columns the index @param need the need @param packageIds ids; those not held are left out
 * @param options as of which day, by which weights
 * @returns one entry a package, in the order given
 */
export function partsOf(
  columns: PackageColumns,
  need: EngineNeed,
  packageIds: readonly string[],
  options: Pick<RankOptions, 'asOfDay' | 'weights'>,
): PairParts[] {
  const weights = options.weights ?? defaultWeights;
  const prepared = describedNeed(columns, need, weights, dayNumber(options.asOfDay));
  return packageIds.flatMap((packageId) => {
    const row = columns.rowOf(packageId);
    if (row < 0) return [];
    const permille = Object.fromEntries(
      SCORE_PARTS.map((part) => [part, partPermille(part, prepared, columns, row, weights)]),
    ) as Record<ScorePart, number>;
    return [{ packageId, permille, score: scoreRow(prepared, columns, row, weights) }];
  });
}
