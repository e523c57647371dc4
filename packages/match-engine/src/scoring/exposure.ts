import type { PartOf } from './score-part';

const NEWCOMER_RATINGS = 10;

/** A correction for new and small providers, which no one has rated yet. @see Singh & Joachims, KDD 2018 */
export const exposure: PartOf = (_need, columns, row) =>
  Math.max(0, 1000 - Math.floor((1000 * columns.ratingCount[row]!) / NEWCOMER_RATINGS));
