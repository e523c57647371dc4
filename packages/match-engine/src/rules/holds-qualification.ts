import type { RankColumns } from '../columns/rank-columns';
import type { FactsQualification } from '../ranking/need-facts';
import type { PreparedNeed } from '../ranking/prepared-need';

/**
 * Tells whether a package's provider holds a required qualification until the end of the need's window.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param required what is required
 * @returns true when it is held; one without a known end counts as held
 */
export function holdsQualification(
  need: PreparedNeed,
  columns: RankColumns,
  row: number,
  required: FactsQualification,
): boolean {
  const answers = columns.answers(required.required);
  const { data, start, end } = columns.qualifications;
  for (let i = start[row]!; i < end[row]!; i += 2) {
    if (answers[data[i]!] === 1 && data[i + 1]! >= need.endDay) return true;
  }
  return false;
}
