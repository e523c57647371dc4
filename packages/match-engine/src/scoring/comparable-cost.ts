import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { PRICE_MODELS } from '../vocabulary';

const DAYS_PER_YEAR = 365;
/** What a model's unit price is multiplied by. */
const TIMES = { nothing: 0, one: 1, months: 2, households: 3, area: 4 } as const;
const OF_MODEL = Uint8Array.from(PRICE_MODELS, (model) => {
  if (model === 'per_month') return TIMES.months;
  if (model === 'per_household_month') return TIMES.households;
  if (model === 'per_m2_month') return TIMES.area;
  return model === 'fixed' || model === 'per_session' || model === 'negotiable' ? TIMES.one : TIMES.nothing;
});

/**
 * What a unit price comes to over the need's window and households, so that all price models compare.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @param unitFen price of one unit in fen
 * @returns fen over the whole window; -1 when it cannot be told (households or area not known)
 */
export function comparableCost(need: PreparedNeed, columns: RankColumns, row: number, unitFen: number): number {
  const times = OF_MODEL[columns.priceModel[row]!]!;
  if (times === TIMES.one) return unitFen;
  if (times === TIMES.nothing) return 0;
  const units = times === TIMES.months ? 1 : times === TIMES.households ? need.households : need.chargedAreaM2;
  if (units < 0) return -1;
  return Math.floor((unitFen * units * (need.endDay - need.startDay + 1) * 12) / DAYS_PER_YEAR);
}
