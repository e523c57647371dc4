import type { RankColumns } from '../columns/rank-columns';

/**
 * Free capacity: half for one free project, full for four and more.
 *
 * @param columns the index @param row the package's row
 * @returns permille, 0..1000
 */
export function capacity(columns: RankColumns, row: number): number {
  const free = columns.freeCapacity[row]!;
  return free <= 0 ? 0 : Math.min(1000, 333 + 167 * free);
}
