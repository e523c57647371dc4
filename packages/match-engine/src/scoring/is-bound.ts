import type { PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from '../ranking/prepared-need';

/**
 * Tells whether a package is about something that the need does not ask for: it has services that are no means, and none
 * of them brings any credit.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns true when its training, research or evaluation is about something else
 */
export function isBound(need: PreparedNeed, columns: PackageColumns, row: number): boolean {
  const leaves = columns.leaves[row]!;
  let topics = 0;
  for (let i = 0; i < leaves.length; i++) {
    if (columns.taxonomy.isMeans[leaves[i]!]) continue;
    if (need.isCredited[leaves[i]!]) return false;
    topics++;
  }
  return topics > 0;
}
