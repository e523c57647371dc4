import { SCORE_PARTS, type ScorePart } from '../ranked';
import type { JudgedNeed } from './judged-need';
import { orderFigures, type OrderFigures, telling } from './order-figures';

/** Points of each part. */
export type Points = Readonly<Record<ScorePart, number>>;

/** What was learnt, and whether it holds on needs that it was not learnt from. */
export interface LearntPoints {
  readonly points: Points;
  /** Over all needs, each judged by points learnt from the other folds; and the same needs by the points in force. */
  readonly heldOut: { readonly learnt: OrderFigures; readonly inForce: OrderFigures };
}

/** Past needs that there must be. */
export const LEAST_NEEDS = 30;
const FOLDS = 5;
const ROUNDS = 400;
/** Points between two pairs at which the better one wins in 73 of 100 cases. */
const TEMPERATURE = 500;
/** The points in force weigh as much as so many needs. */
const PRIOR_NEEDS = 15;
/** Nothing becomes more than twice or less than half of what it is: a proposal is a step, not a leap. */
const [LEAST_SHARE, MOST_SHARE] = [0.5, 2];
const TOTAL = 10_000;

/**
 * Learns from what people did which points would have put their choices further up: logistic regression over pairs of
 * the same need, held near the points in force.
 *
 * @param needs past needs, any order @param inForce the points in force
 * @returns what was learnt; null while fewer than 30 needs can tell
 * @see Burges et al., "Learning to Rank using Gradient Descent", ICML 2005
 */
export function learnPoints(needs: readonly JudgedNeed[], inForce: Points): LearntPoints | null {
  const used = telling(needs).toSorted((a, b) => (a.needId < b.needId ? -1 : 1));
  if (used.length < LEAST_NEEDS) return null;
  const heldOut: (readonly [OrderFigures, OrderFigures])[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = used.filter((_, at) => at % FOLDS !== fold);
    const part = used.filter((_, at) => at % FOLDS === fold);
    heldOut.push([orderFigures(part, descend(rest, inForce))!, orderFigures(part, inForce)!]);
  }
  return {
    points: descend(used, inForce),
    heldOut: { learnt: together(heldOut.map(([a]) => a)), inForce: together(heldOut.map(([, b]) => b)) },
  };
}

function together(figures: readonly OrderFigures[]): OrderFigures {
  const needs = figures.reduce((sum, one) => sum + one.needs, 0);
  const mean = (of: (one: OrderFigures) => number): number =>
    figures.reduce((sum, one) => sum + of(one) * one.needs, 0) / needs;
  return {
    needs,
    pairs: figures.reduce((sum, one) => sum + one.pairs, 0),
    ndcg10: mean(({ ndcg10 }) => ndcg10),
    p1: mean(({ p1 }) => p1),
  };
}

/** Differences of parts, better minus worse, with weights that sum to one a need. */
function preferences(needs: readonly JudgedNeed[]): { readonly difference: number[]; readonly weight: number }[] {
  return needs.flatMap(({ pairs }) => {
    const better = pairs.flatMap((a) => pairs.filter((b) => a.grade > b.grade).map((b) => [a, b] as const));
    return better.map(([a, b]) => ({
      difference: SCORE_PARTS.map((part) => (a.permille[part] - b.permille[part]) / 1000),
      weight: 1 / better.length,
    }));
  });
}

function descend(needs: readonly JudgedNeed[], inForce: Points): Points {
  const start = SCORE_PARTS.map((part) => inForce[part]);
  const told = preferences(needs);
  let now = start;
  for (let round = 0; round < ROUNDS; round++) {
    const slope = now.map((value, i) => (PRIOR_NEEDS * (value - start[i]!)) / Math.max(1, start[i]!) ** 2);
    for (const { difference, weight } of told) {
      const lead = difference.reduce((sum, by, i) => sum + by * now[i]!, 0);
      const doubt = weight / (TEMPERATURE * (1 + Math.exp(lead / TEMPERATURE)));
      for (let i = 0; i < slope.length; i++) slope[i]! -= doubt * difference[i]!;
    }
    // Steps in proportion to what a part is worth, so that small parts do not swing.
    const rate = 0.5 / (needs.length * (1 + round / 50));
    now = within(
      now.map((value, i) => value - rate * slope[i]! * start[i]! ** 2),
      start,
    );
  }
  return rounded(now);
}

const isLimits = (i: number): boolean => SCORE_PARTS[i] === 'limits';

/** Brings points within their bounds and, without limits, to their total. */
function within(points: readonly number[], start: readonly number[]): number[] {
  const bound = (value: number, i: number): number =>
    Math.min(start[i]! * MOST_SHARE, Math.max(start[i]! * LEAST_SHARE, value));
  let now = points.map(bound);
  for (let round = 0; round < 20; round++) {
    const sum = now.reduce((all, value, i) => (isLimits(i) ? all : all + value), 0);
    if (Math.abs(sum - TOTAL) < 1e-6) break;
    now = now.map((value, i) => (isLimits(i) ? value : bound((value * TOTAL) / sum, i)));
  }
  return now;
}

/** Whole points; what is left goes to those that lost most by it. */
function rounded(points: readonly number[]): Points {
  const whole = points.map(Math.floor);
  let left = TOTAL - whole.reduce((all, value, i) => (isLimits(i) ? all : all + value), 0);
  const order = points
    .map((value, i) => ({ i, rest: value - whole[i]! }))
    .filter(({ i }) => !isLimits(i))
    .toSorted((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order) {
    if (left <= 0) break;
    whole[i]!++;
    left--;
  }
  return Object.fromEntries(SCORE_PARTS.map((part, i) => [part, whole[i]!])) as Record<ScorePart, number>;
}
