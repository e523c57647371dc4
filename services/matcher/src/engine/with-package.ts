import { putPackage, removePackage, type EnginePackage } from '@duijie/match-engine';
import type { EngineIndex } from './engine-index';

/** Does `work` as if `pkg` stood in the index as given, then puts things back as they were. */
export function withPackage<T>(index: EngineIndex, pkg: EnginePackage, work: () => T): T {
  const { columns } = index;
  const row = columns.rowOf(pkg.id);
  const before = row < 0 ? undefined : columns.packages[row];
  putPackage(columns, pkg);
  try {
    return work();
  } finally {
    if (before) putPackage(columns, before);
    else removePackage(columns, pkg.id);
  }
}
