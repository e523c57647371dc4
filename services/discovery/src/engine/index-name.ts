import type { SearchKind } from '@duijie/contracts';

const plural = { need: 'needs', package: 'packages', provider: 'providers' } as const;

/** Name of an index in the engine, e.g. `duijie_needs`. */
export const indexName = (namespace: string, kind: SearchKind): string => `${namespace}_${plural[kind]}`;
/** Name of the index that is being built to take its place. */
export const nextIndexName = (namespace: string, kind: SearchKind): string => `${indexName(namespace, kind)}_next`;
