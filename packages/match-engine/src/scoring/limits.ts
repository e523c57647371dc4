import type { PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import type { Weights } from './weights';

/**
 * What one side rules out and the other wants: `不含送餐` against a need for meals, `不缺施工队` against a builder.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param weights half point
 * @returns permille taken away, -999..0
 */
export function limits(need: PreparedNeed, columns: PackageColumns, row: number, weights: Weights): number {
  const ruledOut = columns.limitTerms[row]!;
  const counts = columns.termCounts[row]!;
  let against = 0;
  for (let i = 0; i < ruledOut.length; i++) against += need.termWeight[ruledOut[i]!]!;
  for (let i = 0; i < counts.length; i += 2) against += need.ruledOutWeight[counts[i]!]!;
  return against === 0 ? 0 : -Math.floor((1000 * against) / (against + weights.limitsHalf));
}
