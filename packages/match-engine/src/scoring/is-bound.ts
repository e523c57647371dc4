import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';

/**
 * Tells whether a package is about something that the need does not ask for: it has services that are no means, and none
 * of them brings any credit.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns true when its training, research or evaluation is about something else
 */
export function isBound(need: PreparedNeed, columns: RankColumns, row: number): boolean {
  const { data, start, end } = columns.leaves;
  let topics = 0;
  for (let i = start[row]!; i < end[row]!; i++) {
    if (columns.isMeans[data[i]!]) continue;
    if (need.isCredited[data[i]!]) return false;
    topics++;
  }
  return topics > 0;
}
