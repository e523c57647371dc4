import type { PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { isBarred } from '../rules/is-barred';

/**
 * Share of the need's components that the package brings; a related leaf brings a part of one. A component
 * whose qualification the package lacks is not counted.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille of the need, 0..1000
 */
export function coverage(need: PreparedNeed, columns: PackageColumns, row: number): number {
  const leaves = columns.leaves[row]!;
  const n = columns.taxonomy.codes.length;
  let sum = 0;
  for (let c = 0; c < need.components.length; c++) {
    if (need.qualifications.length > 0 && isBarred(need, columns, row, need.components[c]!)) continue;
    let best = 0;
    for (let i = 0; i < leaves.length; i++) {
      const credit = need.credit[c * n + leaves[i]!]!;
      if (credit > best) best = credit;
    }
    sum += need.shares[c]! * best;
  }
  return Math.floor(sum / 1000);
}
