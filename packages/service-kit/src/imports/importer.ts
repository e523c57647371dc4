import type { NamedColumn } from '@duijie/contracts/guess-columns';
import type { z } from 'zod';
import type { TransactionContext } from '../context';
import type { Words } from '../errors';

/**
 * A column of a spreadsheet: the headings it may have, the first being the one of the template, and where its value goes
 * in the row object. `list` splits at 、,,;; and line breaks; `flag` reads 是 and 否; `range` reads 3-5万 into `min` and
 * `max`.
 */
export interface ImportColumn extends NamedColumn {
  /** What it is called in English. */
  readonly en: string;
}
/** Who a row is in its source; a repeated import finds it again. */
export interface RowOrigin {
  readonly source: string;
  readonly externalId: string;
}
export type ImportResult =
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly id: string; readonly version: number }
  | { readonly outcome: 'refused'; readonly faults: readonly { readonly pointer: string; readonly detail: Words }[] };

/** How one kind of row enters a service. The kit reads files, keeps jobs, rows and identities, and reports; this decides. */
export interface Importer<S extends z.ZodType = z.ZodType> {
  /** `organisations`, `compounds`, `packages`, `needs`. */
  readonly kind: string;
  /** Shape of a JSONL line, and of a spreadsheet row after its columns are placed. `id` is its external id. */
  readonly row: S;
  readonly columns: readonly ImportColumn[];
  /** @param known the aggregate an earlier import of this row made, or null */
  apply(ctx: TransactionContext, row: z.output<S>, origin: RowOrigin, known: string | null): Promise<ImportResult>;
  /** Takes back what a row created, unless it has changed since `version`. */
  undo(ctx: TransactionContext, id: string, version: number): Promise<'undone' | 'kept'>;
}
