import type { PackageColumns } from '../columns/package-columns';
import type { PreparedQualification } from '../ranking/prepare-qualifications';
import type { PreparedNeed } from '../ranking/prepared-need';

/**
 * Tells whether a package's provider holds a required qualification until the end of the need's window.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param required what is required
 * @returns true when it is held; one without a known end counts as held
 */
export function holdsQualification(
  need: PreparedNeed,
  columns: PackageColumns,
  row: number,
  required: PreparedQualification,
): boolean {
  const held = columns.qualifications[row]!;
  for (let i = 0; i < held.length; i += 2) {
    if (required.answers.has(held[i]!) && held[i + 1]! >= need.endDay) return true;
  }
  return false;
}
