import type { EnginePackage } from '../engine-package';
import type { PackageColumns } from './package-columns';

/**
 * Puts a new or changed package into the index, in place and without a rebuild; results equal those of a rebuild.
 *
 * @param columns the index, changed in place
 * @param pkg the package; an older one of the same id is replaced
 * @returns the same index
 */
export function putPackage(columns: PackageColumns, pkg: EnginePackage): PackageColumns {
  columns.put(pkg);
  return columns;
}
