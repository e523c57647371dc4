import type { Caller } from './callers';

/** What is there before an operation is tried, and what the document cannot say of the request. */
export interface Stage {
  /** Who asks: one of the callers by its name, or somebody made for this. */
  readonly as?: string | Caller;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
/** Stages by operation; each call sets a new one. */
export type Stages = Readonly<Record<string, () => Promise<Stage>>>;

/** Makes something once, for operations that only look at it. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
