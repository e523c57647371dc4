import type { PartOf } from './score-part';

/** The package delivers one of the association's core services, and the need asks for that one. */
export const coreService: PartOf = (need, columns, row) =>
  columns.coreLeaf[row]! >= 0 && need.components.includes(columns.coreLeaf[row]!) ? 1000 : 0;
