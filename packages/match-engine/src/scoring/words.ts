import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import type { Weights } from './weights';
import { wordEvidence } from './word-evidence';

/**
 * How far need and package speak of the same thing; saturates, so that long texts do not win by length.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param weights half point
 * @returns permille, 0..999
 */
export function words(need: PreparedNeed, columns: RankColumns, row: number, weights: Weights): number {
  return wordsPermille(wordEvidence(need, columns, row), weights);
}

/**
 * @param evidence what the words bring, in 1/256 bit @param weights half point
 * @returns permille, 0..999; rises with the evidence
 */
export const wordsPermille = (evidence: number, weights: Weights): number =>
  Math.floor((1000 * evidence) / (evidence + weights.wordsHalf));
