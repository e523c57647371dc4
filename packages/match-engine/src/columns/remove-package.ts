import type { PackageColumns } from './package-columns';

/**
 * Takes a package out of the index, in place; results equal those of a rebuild without it.
 *
 * @param columns the index, changed in place
 * @param packageId the package's id; an unknown one changes nothing
 * @returns the same index
 */
export function removePackage(columns: PackageColumns, packageId: string): PackageColumns {
  columns.remove(packageId);
  return columns;
}
