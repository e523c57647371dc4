import type { PartOf } from './score-part';

/** Free capacity: half for one free project, full for four and more. */
export const capacity: PartOf = (_need, columns, row) => {
  const free = columns.freeCapacity[row]!;
  return free <= 0 ? 0 : Math.min(1000, 333 + 167 * free);
};
