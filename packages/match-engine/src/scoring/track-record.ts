import type { RankColumns } from '../columns/rank-columns';
import { shrunkRating } from './shrunk-rating';
import type { Weights } from './weights';

const POOR = 320;
const BEST = 480;

/**
 * Track record: four fifths rating, one fifth completed projects; a poor rating takes away.
 *
 * @param columns the index @param row the package's row @param weights the prior
 * @returns permille, -1000..1000
 */
export function trackRecord(columns: RankColumns, row: number, weights: Weights): number {
  const rating = shrunkRating(columns, row, weights);
  if (rating < POOR) return Math.max(-1000, (rating - POOR) * 20);
  const completed = columns.completed[row]!;
  const stars = Math.min(800, Math.floor((800 * (rating - POOR)) / (BEST - POOR)));
  return stars + Math.floor((200 * completed) / (completed + 15));
}
