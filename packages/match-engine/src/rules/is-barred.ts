import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { holdsQualification } from './holds-qualification';

/**
 * Tells whether a package may not do a component, because a qualification that belongs to it is not held.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param leaf the component
 * @returns true when another member must do it
 */
export function isBarred(need: PreparedNeed, columns: RankColumns, row: number, leaf: number): boolean {
  for (let i = 0; i < need.qualifications.length; i++) {
    const required = need.qualifications[i]!;
    if (required.leaves.includes(leaf) && !holdsQualification(need, columns, row, required)) return true;
  }
  return false;
}
