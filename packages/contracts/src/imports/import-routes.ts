import type { ServiceName } from '../route';
import { importContracts, type ImportContracts } from './import-contracts';
import type { ImportKind } from './import-kind';

type ById<Contract extends { readonly id: string }> = { readonly [C in Contract as C['id']]: C };

/**
 * The routes of one kind of import under their ids, to be spread into a service's table.
 * @example export const needsRoutes = { ...importRoutes('needs', 'needs') } as const
 */
export const importRoutes = <const K extends ImportKind>(service: ServiceName, kind: K) =>
  Object.fromEntries(
    Object.values(importContracts(service, kind)).map((contract) => [contract.id, contract]),
  ) as unknown as ById<ImportContracts<K>[keyof ImportContracts<K>]>;
