import { NO_DAY } from '../columns/rank-columns';
import type { PartOf } from './score-part';

const FRESH_DAYS = 365;

/** How recently the package was brought up to date: full today, nothing after a year, half when not known. */
export const freshness: PartOf = (need, columns, row) => {
  const updated = columns.updatedDay[row]!;
  if (updated === NO_DAY) return 500;
  return Math.max(0, 1000 - Math.floor((1000 * Math.max(0, need.asOfDay - updated)) / FRESH_DAYS));
};
