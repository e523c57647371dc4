import type { PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { PRICE_MODELS } from '../vocabulary';

const DAYS_PER_YEAR = 365;
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
  const { households, chargedAreaM2 } = need.need.compound;
  switch (PRICE_MODELS[columns.priceModel[row]!] ?? 'negotiable') {
    case 'free':
    case 'invest_share':
    case 'user_pays':
    case 'in_kind':
      return 0;
    case 'per_month':
      return overMonths(unitFen);
    case 'per_household_month':
      return households === null ? -1 : overMonths(unitFen * households);
    case 'per_m2_month':
      return chargedAreaM2 === null ? -1 : overMonths(unitFen * chargedAreaM2);
    case 'fixed':
    case 'per_session':
    case 'negotiable':
      break;
  }
  return unitFen;
}
