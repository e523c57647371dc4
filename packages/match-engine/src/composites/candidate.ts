import type { PackageColumns } from '../columns/package-columns';
import { rowHas, WHOLE_CITY } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { isBarred } from '../rules/is-barred';
import { isEligible } from '../rules/is-eligible';
import { comparableCost } from '../scoring/comparable-cost';
import { costPermille } from '../scoring/cost-permille';
import { scoreRow } from '../scoring/score-row';
import { suitsPeople } from '../scoring/suits-people';
import type { Weights } from '../scoring/weights';

/** A package that could be a member of a set. */
export interface Candidate {
  readonly row: number;
  /** Bits of the need's components that it brings. */
  readonly brings: number;
  readonly score: number;
  /** Least price over the need's window in fen, 0 when it cannot be told. */
  readonly costFen: number;
  readonly group: string;
}

/**
 * Finds the packages that bring a component of a need: they pass every hard rule, are for the people meant and do not cost
 * far more than the budget. The least score for a suggestion is not asked of partners.
 *
 * @param need the prepared need @param columns the index @param weights the weights
 * @param groupOf group of a provider
 * @returns candidates, best score first, ties by id
 */
export function candidatesFor(
  need: PreparedNeed,
  columns: PackageColumns,
  weights: Weights,
  groupOf: (providerId: string) => string,
): Candidate[] {
  const rows = new Set<number>();
  for (const leaf of need.components) {
    const blocks = columns.blocks.under(leaf);
    const districts = need.district === -2 ? blocks.keys() : [need.district, WHOLE_CITY];
    for (const district of districts) {
      const block = blocks.get(district);
      for (const row of block?.order.rows ?? []) if (row >= 0) rows.add(row);
      for (const row of block?.added ?? []) rows.add(row);
    }
  }
  const found: Candidate[] = [];
  for (const row of rows) {
    if (!isEligible(need, columns, row) || !suitsPeople(need, columns, row)) continue;
    if (costPermille(need, columns, row) >= weights.farOverBudgetPermille) continue;
    const brings = need.components.reduce(
      (bits, leaf, at) =>
        rowHas(columns.leaves, row, leaf) && !isBarred(need, columns, row, leaf) ? bits | (1 << at) : bits,
      0,
    );
    if (brings === 0) continue;
    found.push({
      row,
      brings,
      score: scoreRow(need, columns, row, weights),
      costFen: Math.max(0, comparableCost(need, columns, row, columns.priceMinFen[row]!)),
      group: groupOf(columns.packages[row]!.providerId),
    });
  }
  const idOf = ({ row }: Candidate): string => columns.packages[row]!.id;
  return found.toSorted((a, b) => b.score - a.score || (idOf(a) < idOf(b) ? -1 : 1));
}
