import type { PackageColumns } from '../columns/package-columns';

/**
 * @param columns the index @param ids ids of packages, not all of which need be held
 * @returns their rows
 */
export const rowsOf = (columns: PackageColumns, ids: ReadonlySet<string> = new Set()): ReadonlySet<number> =>
  new Set([...ids].map((id) => columns.rowOf(id)));
