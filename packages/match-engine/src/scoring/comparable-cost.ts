import type { PackageColumns } from '../columns/package-columns.js';
import type { PreparedNeed } from '../ranking/prepared-need.js';
import { PRICE_MODELS } from '../vocabulary.js';

const DAYS_PER_YEAR = 365;
const MODEL = Object.fromEntries(PRICE_MODELS.map((model, number) => [model, number])) as Record<
  (typeof PRICE_MODELS)[number],
  number
>;

/**
 * What a unit price comes to over the need's window and households, so that all price models compare.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @param unitFen price of one unit in fen
 * @returns fen over the whole window; -1 when it cannot be told (households or area not known)
 */
export function comparableCost(need: PreparedNeed, columns: PackageColumns, row: number, unitFen: number): number {
  const days = need.endDay - need.startDay + 1;
  const overMonths = (fen: number): number => Math.floor((fen * days * 12) / DAYS_PER_YEAR);
  switch (columns.priceModel[row]) {
    case MODEL.free:
    case MODEL.invest_share:
    case MODEL.user_pays:
    case MODEL.in_kind:
      return 0;
    case MODEL.per_month:
      return overMonths(unitFen);
    case MODEL.per_household_month:
      return need.need.compound.households === null ? -1 : overMonths(unitFen * need.need.compound.households);
    case MODEL.per_m2_month:
      return need.need.compound.chargedAreaM2 === null ? -1 : overMonths(unitFen * need.need.compound.chargedAreaM2);
    default:
      return unitFen;
  }
}

/**
 * Tells whether the upper price of a row bounds its size: prices by session and negotiable ones do not.
 *
 * @param columns the index @param row the package's row
 * @returns true when a high price below the budget means a small service
 */
export function upperPriceBounds(columns: PackageColumns, row: number): boolean {
  const model = columns.priceModel[row];
  return model !== MODEL.per_session && model !== MODEL.negotiable;
}
