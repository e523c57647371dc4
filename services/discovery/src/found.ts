/** What a way of finding gives, before contents are read and ranked. */
export interface Found {
  /** Keys of documents that hold all words, in the engine's order, then of those that hold some. */
  readonly ids: readonly string[];
  /** How many of `ids` hold all words. */
  readonly firm: number;
  /** `ids` begin at this position of the whole list, and are not to be ranked again. Null: they are its beginning. */
  readonly page: number | null;
  readonly total: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
}
