import type { Block } from '../columns/blocks';
import { type RankColumns, WHOLE_CITY } from '../columns/rank-columns';
import type { Weights } from '../scoring/weights';
import { BlockWalk } from './block-walk';
import type { PreparedNeed } from './prepared-need';
import type { ScoredRow } from './top-k';

/** How the rows are looked at. */
export interface RowChoice {
  /** Rows that are not to be suggested. */
  readonly without?: ReadonlySet<number>;
  /** False looks at every row of the blocks, which gives the same rows later: the measure of what pruning brings. */
  readonly prune?: boolean;
}

/**
 * The best rows for a prepared need, not yet described. Leaves are walked from the one that brings most, each in the
 * need's district and city-wide; a row whose score cannot reach the worst one kept is passed over, and equal scores are
 * always looked at, so the result is that of a full scan.
 *
 * @param need the prepared need
 * @param columns the index
 * @param weights the weights in force
 * @param k how many, at least 0
 * @param choice what is left out
 * @returns rows and scores, best first
 */
export function bestRows(
  need: PreparedNeed,
  columns: RankColumns,
  weights: Weights,
  k: number,
  choice: RowChoice = {},
): ScoredRow[] {
  const walk = new BlockWalk(need, columns, weights, k, choice);
  const visit = (block: Block | undefined, district: number, at: number): void => {
    if (block) walk.visit(block.ready(columns, district, weights), at);
  };
  for (let i = 0; i < need.creditedLeaves.length; i++) {
    const leaf = need.creditedLeaves[i]!;
    if (need.district === -2) {
      for (const [district, block] of columns.blocks.under(leaf)) visit(block, district, i);
    } else {
      visit(columns.blocks.of(leaf, need.district), need.district, i);
      visit(columns.blocks.of(leaf, WHOLE_CITY), WHOLE_CITY, i);
    }
  }
  return walk.sorted();
}
