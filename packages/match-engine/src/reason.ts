/** A value inside a reason: words, codes or whole numbers (fen, days, permille as the key says). */
export type ReasonParam = string | number | readonly string[];

/** A reason that a program can read; `reasonText` gives its words. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, ReasonParam>>;
}
