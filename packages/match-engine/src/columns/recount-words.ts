import type { EnginePackage } from '../engine-package';
import type { PackageColumns } from './package-columns';

/** A package as it was counted: null where it was not held then. */
export interface CountedPackage {
  readonly id: string;
  readonly pkg: EnginePackage | null;
}

/**
 * Takes the statistics of words anew and holds them still from now on, so that a package which comes or changes moves no
 * score but its own. Indexes that hold and count the same packages weigh words alike, whatever came between.
 *
 * @param columns the index, changed in place
 * @param counted packages that were others when the words were counted than they are now
 */
export function recountWords(columns: PackageColumns, counted: readonly CountedPackage[] = []): void {
  const now = counted.map(({ id }) => ({ id, pkg: columns.packages[columns.rowOf(id)] ?? null }));
  const put = ({ id, pkg }: CountedPackage): void => {
    if (pkg) columns.put(pkg);
    else columns.remove(id);
  };
  columns.pinned = true;
  counted.forEach(put);
  columns.recount();
  now.forEach(put);
}
