import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { UNBOUNDED_FEN } from '../ranking/read-need';
import { PRICE_MODELS } from '../vocabulary';
import { comparableCost } from './comparable-cost';

/** The part of the window (permille) for which a monthly service must be affordable. */
const SHORTENED = 600;
const PER_MONTH = PRICE_MODELS.indexOf('per_month');

/**
 * Least cost of a row against the upper end of the budget. A service by the month may be bought for a part of the
 * window.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille of the budget's upper end, at most 100000; -1 when either is not known, or the sum is fixed
 */
export function costPermille(need: PreparedNeed, columns: RankColumns, row: number): number {
  if (need.fixedSum || need.zeroBudget || need.budgetMaxFen === UNBOUNDED_FEN) return -1;
  const whole = comparableCost(need, columns, row, columns.priceMinFen[row]!);
  const low = columns.priceModel[row] === PER_MONTH ? Math.floor((whole * SHORTENED) / 1000) : whole;
  return low < 0 ? -1 : Math.min(100_000, Math.floor((1000 * low) / need.budgetMaxFen));
}
