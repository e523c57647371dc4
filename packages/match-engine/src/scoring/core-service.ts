import type { PartOf } from './score-part';

/**
 * The package delivers one of the association's core services, and the need asks for that one; no bonus where the
 * association drafted or screened the need. @see DOMAIN.md, Conflict wall
 */
export const coreService: PartOf = (need, columns, row) =>
  columns.coreLeaf[row]! >= 0 &&
  need.components.includes(columns.coreLeaf[row]!) &&
  !need.noBonus.includes(columns.provider[row]!)
    ? 1000
    : 0;
