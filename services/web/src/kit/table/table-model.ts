import type { RouteContract } from '@duijie/contracts';
import type { ReactNode } from 'react';

/** What `usePages` answers, as far as a table needs it. */
export interface Pages<T> {
  readonly items: readonly T[];
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly refetch: () => unknown;
  readonly fetchNextPage: () => unknown;
}

export interface Column<T> {
  /** Letters and digits; the settings of a person remember it. */
  readonly key: string;
  readonly title: string;
  readonly cell: (item: T) => ReactNode;
  readonly align?: 'end';
  /** What the rows are sorted by when one asks for it; null where it is not known. Left out: the column does not sort. */
  readonly sort?: (item: T) => string | number | null;
  /** Not shown until somebody asks for it. */
  readonly hidden?: boolean;
}

/** Something done to each chosen row, one after the other, by a route that exists for one. */
export interface BulkAction<T> {
  readonly key: string;
  readonly label: string;
  readonly danger?: boolean;
  /** Rows to which it does not apply are passed over, and told so. */
  readonly applies?: (item: T) => boolean;
  /** What it asks for once, for all rows. */
  readonly form?: ReactNode;
  /** Whether the form is filled in. */
  readonly ready?: boolean;
  readonly run: (item: T) => Promise<unknown>;
}

export interface Bulk<T> {
  readonly actions: readonly BulkAction<T>[];
  readonly nameOf: (item: T) => string;
  /** Routes whose answers are read again afterwards. */
  readonly touches: readonly RouteContract[];
}
