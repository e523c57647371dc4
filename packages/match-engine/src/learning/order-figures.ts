import { SCORE_PARTS, type ScorePart } from '../ranked';
import type { JudgedNeed, JudgedPair } from './judged-need';

/** How well an order by score agrees with what people did, as means over needs. */
export interface OrderFigures {
  /** Needs that have a pair people wanted, and another to compare it with. */
  readonly needs: number;
  readonly pairs: number;
  /** 0..1; 1 = every need's pairs stand in the order of their grades. */
  readonly ndcg10: number;
  /** Share of the needs whose first pair people wanted. */
  readonly p1: number;
}

const WANTED = 2;

/** Points of a pair if the parts are worth `points`. */
export const pointsOf = ({ permille }: JudgedPair, points: Readonly<Record<ScorePart, number>>): number =>
  SCORE_PARTS.reduce((sum, part) => sum + Math.trunc((points[part] * permille[part]) / 1000), 0);

/** Needs that can tell one order from another. */
export const telling = (needs: readonly JudgedNeed[]): readonly JudgedNeed[] =>
  needs.filter(({ pairs }) => {
    const grades = new Set(pairs.map(({ grade }) => grade));
    return grades.size > 1 && pairs.some(({ grade }) => grade >= WANTED);
  });

/**
 * Judges points by what became of past needs. Only pairs that were judged are put in order: one that nobody has looked at
 * counts neither way.
 *
 * @param needs past needs @param points what each part is worth
 * @returns the figures; null when no need can tell
 * @see Sakai, "Alternatives to Bpref", SIGIR 2007 (condensed lists)
 * @see Järvelin & Kekäläinen, "Cumulated Gain-Based Evaluation of IR Techniques", TOIS 2002
 */
export function orderFigures(
  needs: readonly JudgedNeed[],
  points: Readonly<Record<ScorePart, number>>,
): OrderFigures | null {
  const used = telling(needs);
  if (used.length === 0) return null;
  let [ndcg, first, pairs] = [0, 0, 0];
  for (const need of used) {
    const scored = need.pairs
      .map((pair) => ({ pair, score: pointsOf(pair, points) }))
      .toSorted((a, b) => b.score - a.score || (a.pair.packageId < b.pair.packageId ? -1 : 1));
    const grades = scored.map(({ pair }) => pair.grade);
    ndcg += gainOf(grades) / gainOf(grades.toSorted((a, b) => b - a));
    if (grades[0]! >= WANTED) first++;
    pairs += grades.length;
  }
  return { needs: used.length, pairs, ndcg10: ndcg / used.length, p1: first / used.length };
}

const gainOf = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
