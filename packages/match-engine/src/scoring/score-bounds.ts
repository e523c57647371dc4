import type { PackageColumns } from '../columns/package-columns';
import { SCORE_PARTS, type ScorePart } from '../ranked';
import type { PreparedNeed } from '../ranking/prepared-need';
import { partPoints } from './part-points';
import type { Weights } from './weights';

/** What a row's score cannot exceed, told from the parts that cost little to compute. */
export interface ScoreBounds {
  /** From the coverage alone, in permille. */
  byCoverage(permille: number): number;
  /** From all parts but words and limits. */
  withoutWords(need: PreparedNeed, columns: PackageColumns, row: number): number;
}

/**
 * Makes the bounds for one version of weights. They hold because no part exceeds its points.
 *
 * @param weights the weights; points are not negative
 * @returns the bounds, integers ≥ 0
 * @see Turtle & Flood, "Query evaluation: strategies and optimizations", 1995 (safe pruning)
 */
export function scoreBounds(weights: Weights): ScoreBounds {
  const { words, coverage, limits } = weights.points;
  const all = SCORE_PARTS.reduce((sum, part) => sum + weights.points[part], 0);
  const most = all - limits - coverage;
  const cheap: readonly ScorePart[] = SCORE_PARTS.filter((part) => part !== 'words' && part !== 'limits');
  return {
    byCoverage: (permille) => Math.max(0, most + Math.trunc((coverage * permille) / 1000)),
    withoutWords(need, columns, row) {
      let sum = words;
      for (let i = 0; i < cheap.length; i++) sum += partPoints(cheap[i]!, need, columns, row, weights);
      return Math.max(0, sum);
    },
  };
}
