import { SCORE_PARTS } from '../ranked';
import type { Weights } from './weights';

/** Settings of weights, and between what they may lie. */
export const WEIGHT_BOUNDS: Readonly<
  Record<Exclude<keyof Weights, 'version' | 'points'>, readonly [least: number, most: number]>
> = Object.freeze({
  furtherComponentPermille: [0, 1000],
  neighbourPermille: [0, 1000],
  companionPermille: [0, 1000],
  boundMeansPermille: [0, 1000],
  wordsHalf: [1000, 100_000],
  limitsHalf: [1000, 100_000],
  ratingPriorHundredths: [100, 500],
  ratingPriorCount: [1, 100],
  farOverBudgetPermille: [1000, 10_000],
  leastScore: [0, 9000],
  leastCoveragePermille: [0, 1000],
  leastWordsPermille: [0, 999],
  leastRelatedWordsPermille: [0, 999],
});
/** What all parts without `limits` come to, and the most that `limits` may take away. */
export const POINTS_TOTAL = 10_000;
export const MOST_LIMITS = 5000;

/** What is wrong with weights: which value, or that the parts do not come to their total. */
export type WeightsFault =
  | { readonly kind: 'value'; readonly name: string; readonly least: number; readonly most: number }
  | { readonly kind: 'total'; readonly total: number };

/**
 * Checks weights that people have changed.
 *
 * @param weights any
 * @returns what is wrong; empty when they may be used
 */
export function weightsFaults(weights: Weights): WeightsFault[] {
  const faults: WeightsFault[] = [];
  const check = (name: string, value: number, least: number, most: number): void => {
    if (!Number.isInteger(value) || value < least || value > most) faults.push({ kind: 'value', name, least, most });
  };
  for (const part of SCORE_PARTS) check(part, weights.points[part], 0, part === 'limits' ? MOST_LIMITS : POINTS_TOTAL);
  for (const [name, [least, most]] of Object.entries(WEIGHT_BOUNDS))
    check(name, weights[name as keyof typeof WEIGHT_BOUNDS], least, most);
  const total = SCORE_PARTS.reduce((sum, part) => (part === 'limits' ? sum : sum + weights.points[part]), 0);
  if (total !== POINTS_TOTAL) faults.push({ kind: 'total', total });
  return faults;
}
