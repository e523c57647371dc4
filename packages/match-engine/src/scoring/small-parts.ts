import { NO_DAY } from '../columns/package-columns.js';
import type { PartOf } from './score-part.js';

const FRESH_DAYS = 365;
const NEWCOMER_RATINGS = 10;

/** Free capacity: half for one free project, full for four and more. */
export const capacity: PartOf = (_need, columns, row) => {
  const free = columns.freeCapacity[row]!;
  return free <= 0 ? 0 : Math.min(1000, 333 + 167 * free);
};

/** The package delivers one of the association's core services, and the need asks for that one. */
export const coreService: PartOf = (need, columns, row) =>
  columns.coreLeaf[row]! >= 0 && need.components.includes(columns.coreLeaf[row]!) ? 1000 : 0;

/** How recently the package was brought up to date: full today, nothing after a year, half when not known. */
export const freshness: PartOf = (need, columns, row) => {
  const updated = columns.updatedDay[row]!;
  if (updated === NO_DAY) return 500;
  return Math.max(0, 1000 - Math.floor((1000 * Math.max(0, need.asOfDay - updated)) / FRESH_DAYS));
};

/** A correction for new and small providers, which no one has rated yet. @see Singh & Joachims, KDD 2018 */
export const exposure: PartOf = (_need, columns, row) =>
  Math.max(0, 1000 - Math.floor((1000 * columns.ratingCount[row]!) / NEWCOMER_RATINGS));
