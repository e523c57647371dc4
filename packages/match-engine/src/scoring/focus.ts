import type { PackageColumns } from '../columns/package-columns.js';
import type { PreparedNeed } from '../ranking/prepared-need.js';

/**
 * Share of the package that the need asks for: a package of one service that is wanted beats one of five.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille of the package's leaves, 0..1000
 */
export function focus(need: PreparedNeed, columns: PackageColumns, row: number): number {
  const leaves = columns.leaves[row]!;
  let asked = 0;
  for (let i = 0; i < leaves.length; i++) if (need.components.includes(leaves[i]!)) asked++;
  return leaves.length === 0 ? 0 : Math.floor((1000 * asked) / leaves.length);
}
