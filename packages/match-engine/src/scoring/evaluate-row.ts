import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { suitsNeed } from '../rules/suits-need';
import { coreService } from './core-service';
import { costPermille } from './cost-permille';
import { coverage } from './coverage';
import { focus } from './focus';
import { freshness } from './freshness';
import { limits } from './limits';
import { place } from './place';
import { priceOf } from './price';
import { BEST_SCORE } from './score-row';
import { suitsPeople } from './suits-people';
import type { Weights } from './weights';
import { wordEvidence } from './word-evidence';
import { wordsPermille } from './words';

/** Not to be suggested, or not good enough. */
export const NO_SCORE = -1;

/**
 * Rules, least fit and score of an open row that serves the need's district, in one go: what costs little is asked first, and a row that cannot reach a score
 * any more is given up. Where it gives a score, it is that of `scoreRow`, and `isEligible` and `fitsEnough` hold.
 *
 * @param need the prepared need @param columns the index @param row the row @param weights the weights
 * @param least score that is of interest; a lower one may be given as `NO_SCORE`
 * @param mostWords points that its words bring at most
 * @param fixed its `fixedPoints`
 * @returns the score 0..10000, or `NO_SCORE`; allocates nothing
 */
export function evaluateRow(
  need: PreparedNeed,
  columns: RankColumns,
  row: number,
  weights: Weights,
  least: number,
  mostWords: number,
  fixed: number,
): number {
  if (!suitsPeople(need, columns, row) || !suitsNeed(need, columns, row)) return NO_SCORE;
  const covered = coverage(need, columns, row);
  if (covered < weights.leastCoveragePermille) return NO_SCORE;
  const over = costPermille(need, columns, row);
  if (over >= weights.farOverBudgetPermille) return NO_SCORE;
  const { points } = weights;
  const focused = focus(need, columns, row);
  const fresh = Math.trunc((points.freshness * freshness(need, columns, row, weights)) / 1000);
  let sum =
    Math.trunc((points.coverage * covered) / 1000) +
    Math.trunc((points.focus * focused) / 1000) +
    Math.trunc((points.price * priceOf(need, columns, row, over, covered)) / 1000) +
    Math.trunc((points.place * place(need, columns, row)) / 1000) +
    Math.trunc((points.core_service * coreService(need, columns, row, weights)) / 1000) +
    fresh +
    fixed;
  if (sum + mostWords < least) return NO_SCORE;
  const spoken = wordsPermille(wordEvidence(need, columns, row), weights);
  if (spoken < (focused > 0 ? weights.leastWordsPermille : weights.leastRelatedWordsPermille)) return NO_SCORE;
  sum += Math.trunc((points.words * spoken) / 1000);
  if (sum < least) return NO_SCORE;
  sum += Math.trunc((points.limits * limits(need, columns, row, weights)) / 1000);
  const score = sum < 0 ? 0 : sum > BEST_SCORE ? BEST_SCORE : sum;
  return score < least || score - fresh < weights.leastScore ? NO_SCORE : score;
}
