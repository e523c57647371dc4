import type { TransactionContext } from '../context';

/** Rows of one table that go with an invented organisation. */
export interface Removal {
  readonly table: string;
  /** Column by which rows are found and removed. */
  readonly key: string;
  /**
   * What stands after `FROM emptied e JOIN`, ending in this table as `r`; each finds keys on its own. It must find nothing
   * once the rows are gone.
   */
  readonly found: readonly string[];
  /** Rows that hang on the keys: table and column. They go first, in the same transaction. */
  readonly parts?: readonly (readonly [table: string, column: string])[];
}

/** How a service forgets what belonged to invented organisations, in this order. */
export interface EmptyingPlan {
  /**
   * Things that belong to what goes and go with it, such as needs: what stands after `FROM emptied e JOIN`, ending in a
   * table `r` whose `id` is then emptied, too. So what is told of them later is known for what it is.
   */
  readonly owned?: readonly string[];
  readonly removals: readonly Removal[];
  /** What real organisations keep is cut loose first, a little at a time. @returns how much it did; asked again until 0 */
  readonly loosen?: () => Promise<number>;
  /** How much is still there that goes by other means; nothing counts as gone before this says 0. */
  readonly left?: () => Promise<number>;
  /** In the transaction of each removal. */
  readonly onRemoved?: (ctx: TransactionContext, removal: Removal) => Promise<void>;
}

/** SQL of an id within a JSON column, comparable with an id column. @example jsonId('r.body', 'organisationId') */
export const jsonId = (column: string, field: string): string =>
  `CONVERT(JSON_UNQUOTE(JSON_EXTRACT(${column}, '$.${field}')) USING ascii) COLLATE ascii_bin`;
