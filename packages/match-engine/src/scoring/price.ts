import type { PackageColumns } from '../columns/package-columns.js';
import type { PreparedNeed } from '../ranking/prepared-need.js';
import { UNBOUNDED_FEN } from '../ranking/prepared-need.js';
import { comparableCost, upperPriceBounds } from './comparable-cost.js';

const NEUTRAL = 700;

/**
 * Least cost of a row against the upper end of the budget.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille of the budget's upper end, at most 100000; -1 when either is not known, or the sum is fixed
 */
export function costPermille(need: PreparedNeed, columns: PackageColumns, row: number): number {
  if (need.fixedSum || need.zeroBudget || need.budgetMaxFen === UNBOUNDED_FEN) return -1;
  const low = comparableCost(need, columns, row, columns.priceMinFen[row]!);
  return low < 0 ? -1 : Math.min(100_000, Math.floor((1000 * low) / need.budgetMaxFen));
}

/**
 * How the price fits the budget: full where the ranges meet, less the further above, a little less where the whole
 * price lies far below what is to be spent (a small part of what is wanted).
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille, -1000..1000
 */
export function price(need: PreparedNeed, columns: PackageColumns, row: number): number {
  if (need.zeroBudget) return 1000;
  const over = costPermille(need, columns, row);
  if (over < 0) return NEUTRAL;
  if (over > 1000) return Math.max(-1000, 600 - Math.floor((over - 1000) * 2));
  const high = comparableCost(need, columns, row, columns.priceMaxFen[row]!);
  if (!upperPriceBounds(columns, row) || high >= need.budgetMinFen) return 1000;
  return 400 + Math.floor((600 * high) / need.budgetMinFen);
}
