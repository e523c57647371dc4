import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';

/**
 * Tells whether a package may be for the people that the need speaks of: where both name groups, they share one.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns false for company for the old where disabled people are meant
 */
export function suitsPeople(need: PreparedNeed, columns: RankColumns, row: number): boolean {
  const people = columns.people[row]!;
  return need.people === 0 || people === 0 || (need.people & people) !== 0;
}
