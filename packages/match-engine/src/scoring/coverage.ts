import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { isBarred } from '../rules/is-barred';
import { RELATION } from '../taxonomy/build-taxonomy-index';
import { isBound } from './is-bound';

/**
 * Share of the need's components that the package brings; a related leaf brings a part of one. Of a component whose
 * qualification the package lacks, only services bought along count: neither the component nor what could replace it. A
 * means bound to something else counts in part.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns permille of the need, 0..1000
 */
export function coverage(need: PreparedNeed, columns: RankColumns, row: number): number {
  const bound = isBound(need, columns, row);
  const { relation, isMeans, leafCount: n } = columns;
  const { data } = columns.leaves;
  const start = columns.leaves.start[row]!;
  const end = columns.leaves.end[row]!;
  let sum = 0;
  for (let c = 0; c < need.components.length; c++) {
    const barred = need.qualifications.length > 0 && isBarred(need, columns, row, need.components[c]!);
    let best = 0;
    for (let i = start; i < end; i++) {
      const leaf = data[i]!;
      if (barred && relation[need.components[c]! * n + leaf] !== RELATION.companion) continue;
      let credit = need.credit[c * n + leaf]!;
      if (bound && isMeans[leaf]) credit = Math.floor((credit * need.boundMeansPermille) / 1000);
      if (credit > best) best = credit;
    }
    sum += need.shares[c]! * best;
  }
  return Math.floor(sum / 1000);
}
