import type { PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { RELATION } from '../taxonomy/build-taxonomy-index';
import { isBarred } from '../rules/is-barred';
import { isBound } from './is-bound';

/**
 * Share of the need's components that the package brings; a related leaf brings a part of one. Of a component whose
 * qualification the package lacks, only services bought along count: neither the component nor what could replace it. A means bound to something else counts in part.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille of the need, 0..1000
 */
export function coverage(need: PreparedNeed, columns: PackageColumns, row: number): number {
  const bound = isBound(need, columns, row);
  const leaves = columns.leaves[row]!;
  const { relation, codes, isMeans } = columns.taxonomy;
  const n = codes.length;
  let sum = 0;
  for (let c = 0; c < need.components.length; c++) {
    const barred = need.qualifications.length > 0 && isBarred(need, columns, row, need.components[c]!);
    let best = 0;
    for (let i = 0; i < leaves.length; i++) {
      if (barred && relation[need.components[c]! * n + leaves[i]!] !== RELATION.companion) continue;
      let credit = need.credit[c * n + leaves[i]!]!;
      if (bound && isMeans[leaves[i]!]) credit = Math.floor((credit * need.boundMeansPermille) / 1000);
      if (credit > best) best = credit;
    }
    sum += need.shares[c]! * best;
  }
  return Math.floor(sum / 1000);
}
