/** What a way of finding gives, before contents are read and ranked. */
export interface Found {
  /** Keys of documents that hold all words, in the engine's order, then of those that hold some. */
  readonly ids: readonly string[];
  /** How many of `ids`, from the first on, hold all words. */
  readonly firm: number;
  /** So many of `ids` are ranked by our own measure; the others follow in their order. */
  readonly ranked: number;
  /** `ids` begin at this position of the whole list, and are not to be ranked again. Null: they are its beginning. */
  readonly page: number | null;
  readonly total: number;
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>> | null;
}
