import type { PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import type { Weights } from './weights';
import { wordEvidence } from './word-evidence';

/**
 * How far need and package speak of the same thing; saturates, so that long texts do not win by length.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param weights half point
 * @returns permille, 0..999
 */
export function words(need: PreparedNeed, columns: PackageColumns, row: number, weights: Weights): number {
  const evidence = wordEvidence(need, columns, row);
  return Math.floor((1000 * evidence) / (evidence + weights.wordsHalf));
}
