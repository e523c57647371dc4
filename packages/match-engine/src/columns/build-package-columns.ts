import type { EnginePackage } from '../engine-package';
import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { PackageColumns } from './package-columns';

/**
 * Builds the index that `rank` and `explain` read. The order of the packages has no effect on any result.
 *
 * @param packages the packages; of two with the same id the later one stays
 * @param taxonomy the taxonomy's index, kept inside
 * @returns the columns
 */
export function buildPackageColumns(packages: readonly EnginePackage[], taxonomy: TaxonomyIndex): PackageColumns {
  const columns = new PackageColumns(taxonomy);
  for (const pkg of packages) columns.put(pkg);
  return columns;
}
