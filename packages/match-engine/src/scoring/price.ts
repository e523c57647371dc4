import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { PRICE_MODELS } from '../vocabulary';
import { comparableCost } from './comparable-cost';
import { costPermille } from './cost-permille';
import { coverage } from './coverage';

const NEUTRAL = 700;
/** Models whose upper price says nothing about the size of the service: sessions add up, the rest is talked over. */
const OPEN_ENDED = (1 << PRICE_MODELS.indexOf('per_session')) | (1 << PRICE_MODELS.indexOf('negotiable'));

/**
 * How the price fits the budget: full where the ranges meet, less the further above, a little less where the whole
 * price lies far below what is to be spent on the part that the package brings, or nothing is asked.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille, -1000..1000
 */
export function price(need: PreparedNeed, columns: RankColumns, row: number): number {
  return priceOf(need, columns, row, costPermille(need, columns, row), coverage(need, columns, row));
}

/** The same where cost and coverage (permille) are known already. */
export function priceOf(need: PreparedNeed, columns: RankColumns, row: number, over: number, covered: number): number {
  if (need.zeroBudget) return 1000;
  if (over < 0) return NEUTRAL;
  if (over > 1000) return Math.max(-1000, 600 - Math.floor((over - 1000) * 2));
  const high = comparableCost(need, columns, row, columns.priceMaxFen[row]!);
  if (high === 0) return NEUTRAL;
  const expected = Math.floor((need.budgetMinFen * covered) / 1000);
  if ((OPEN_ENDED >> columns.priceModel[row]!) & 1 || high >= expected) return 1000;
  return 400 + Math.floor((600 * high) / expected);
}
