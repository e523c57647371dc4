import { type PackageColumns, WHOLE_CITY } from '../columns/package-columns';
import type { PreparedNeed } from './prepared-need';

/**
 * Rows that could be suggested for a need: those under a leaf that brings credit, in its district or city-wide. Every
 * row left out fails the rule of the area or brings no coverage.
 *
 * @param need the prepared need
 * @param columns the index
 * @param visit called once a row, in no particular order
 * @param isDone asked before each leaf with the coverage (permille) that rows not yet visited have at most; true ends it
 */
export function forEachCandidate(
  need: PreparedNeed,
  columns: PackageColumns,
  visit: (row: number) => void,
  isDone: (mostCoverage: number) => boolean,
): void {
  const seen = new Uint8Array(columns.rows);
  const take = (rows: Int32Array): void => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (seen[row]) continue;
      seen[row] = 1;
      visit(row);
    }
  };
  for (let i = 0; i < need.creditedLeaves.length; i++) {
    if (isDone(need.mostCoverage[i]!)) return;
    const leaf = need.creditedLeaves[i]!;
    if (need.district === -2) {
      for (const district of columns.postings.districtsOf(leaf)) take(columns.postings.of(leaf, district));
    } else {
      take(columns.postings.of(leaf, WHOLE_CITY));
      if (need.district >= 0) take(columns.postings.of(leaf, need.district));
    }
  }
}
