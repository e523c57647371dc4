import type { RankColumns } from '../columns/rank-columns';
import { type Contribution, SCORE_PARTS } from '../ranked';
import { partPoints } from '../scoring/part-points';
import type { Weights } from '../scoring/weights';
import type { PreparedNeed } from './prepared-need';

/** How many numbers `pointsOf` gives. */
export const POINTS_A_PAIR = SCORE_PARTS.length + 1;

/**
 * What each part brings to a score, as bare numbers: the form in which many are stored.
 *
 * @param need the prepared need @param columns the index or a snapshot of it @param row the package's row
 * @param weights the weights @param score its score
 * @returns integers in the order of `SCORE_PARTS`, then what the bounds 0..10000 added or took; their sum is the score
 */
export function pointsOf(
  need: PreparedNeed,
  columns: RankColumns,
  row: number,
  weights: Weights,
  score: number,
): number[] {
  const points = SCORE_PARTS.map((part) => partPoints(part, need, columns, row, weights));
  points.push(score - points.reduce((sum, part) => sum + part, 0));
  return points;
}

/**
 * @param points numbers of `pointsOf`
 * @returns the parts that bring or take something, with their names
 */
export const contributionsFrom = (points: readonly number[]): Contribution[] =>
  points.flatMap((part, at) => (part === 0 ? [] : [{ part: SCORE_PARTS[at] ?? ('bounds' as const), points: part }]));
