import type { SearchKind } from '@duijie/contracts';

/** Key of a document in the engine, e.g. `need-01985f2c-…`. */
export const documentId = (kind: SearchKind, id: string): string => `${kind}-${id}`;
