import type { PackageColumns } from '../columns/package-columns.js';
import { SCORE_PARTS, type ScorePart } from '../ranked.js';
import type { PreparedNeed } from '../ranking/prepared-need.js';
import { coverage } from './coverage.js';
import { focus } from './focus.js';
import { limits } from './limits.js';
import { place } from './place.js';
import { costPermille, price } from './price.js';
import type { PartOf } from './score-part.js';
import { capacity, coreService, exposure, freshness } from './small-parts.js';
import { trackRecord } from './track-record.js';
import type { Weights } from './weights.js';
import { words } from './words.js';

const PARTS: Readonly<Record<ScorePart, PartOf>> = {
  coverage,
  focus,
  words,
  price,
  place,
  track_record: trackRecord,
  capacity,
  core_service: coreService,
  freshness,
  exposure,
  limits,
};

/** Best score there is. */
export const BEST_SCORE = 10_000;

/**
 * Points of one part.
 *
 * @param part which part @param need the prepared need @param columns the index @param row the row @param weights weights
 * @returns integer points
 */
export function partPoints(
  part: ScorePart,
  need: PreparedNeed,
  columns: PackageColumns,
  row: number,
  weights: Weights,
): number {
  return Math.trunc((weights.points[part] * PARTS[part](need, columns, row, weights)) / 1000);
}

/**
 * Score of a row: the sum of its parts, kept within 0..10000.
 *
 * @param need the prepared need @param columns the index @param row the row @param weights the weights
 * @returns integer 0..10000; allocates nothing
 */
export function scoreRow(need: PreparedNeed, columns: PackageColumns, row: number, weights: Weights): number {
  let sum = 0;
  for (let i = 0; i < SCORE_PARTS.length; i++) sum += partPoints(SCORE_PARTS[i]!, need, columns, row, weights);
  return sum < 0 ? 0 : sum > BEST_SCORE ? BEST_SCORE : sum;
}

/**
 * Tells whether a row fits well enough to be suggested, apart from the hard rules: it brings some of what is asked, its
 * price is not far beyond the budget, and it has the least score.
 *
 * @param need the prepared need @param columns the index @param row the row @param weights the weights
 * @param score its score by `scoreRow`
 * @returns true when it is worth a suggestion
 */
export function fitsEnough(
  need: PreparedNeed,
  columns: PackageColumns,
  row: number,
  weights: Weights,
  score: number,
): boolean {
  return (
    score >= weights.leastScore &&
    coverage(need, columns, row) >= weights.leastCoveragePermille &&
    costPermille(need, columns, row) < weights.farOverBudgetPermille
  );
}
