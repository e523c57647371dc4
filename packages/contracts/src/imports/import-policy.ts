import type { Grant } from '../policy';
import { importContracts, type ImportContracts } from './import-contracts';
import { importServices, type ImportKind } from './import-kind';

type Ways = readonly [Grant, ...Grant[]];

/**
 * The policy of one kind of import: whoever may start one may see and undo those within their relation.
 * @param ways `broker()` for staff, and `poster()` or `provider()` for an organisation's own rows
 */
export const importPolicy = <const K extends ImportKind>(kind: K, ...ways: Ways) =>
  Object.fromEntries(
    Object.values(importContracts(importServices[kind], kind)).map((contract) => [contract.id, ways]),
  ) as unknown as Readonly<Record<ImportContracts<K>[keyof ImportContracts<K>]['id'], Ways>>;
