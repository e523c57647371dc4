import type { RowFault } from './files/parsed-file';

/** What is kept of a row's faults: words in both languages. */
export const faultsJson = (faults: readonly RowFault[]): string => JSON.stringify(faults.slice(0, 50));
