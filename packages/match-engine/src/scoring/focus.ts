import { type RankColumns, rowHas } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';

/**
 * Share of the package that the need asks for: a package of one service that is wanted beats one of five. A component
 * with less than half the weight of the main one counts less.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille of the package's leaves, 0..1000
 */
export function focus(need: PreparedNeed, columns: RankColumns, row: number): number {
  let most = 1;
  let asked = 0;
  for (let c = 0; c < need.shares.length; c++) if (need.shares[c]! > most) most = need.shares[c]!;
  for (let c = 0; c < need.components.length; c++) {
    if (rowHas(columns.leaves, row, need.components[c]!))
      asked += Math.min(1000, Math.floor((2000 * need.shares[c]!) / most));
  }
  const services = columns.leaves.end[row]! - columns.leaves.start[row]!;
  return services === 0 ? 0 : Math.floor(asked / services);
}
