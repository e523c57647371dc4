/**
 * How people speak of a leaf. Each entry is a set of phrases that mean one thing, separated by `|`; any of them in a
 * text is the same evidence. `strong` names the service itself, `weak` only hints at it.
 */
export interface LeafPhrases {
  readonly code: string;
  readonly strong: readonly string[];
  readonly weak: readonly string[];
}
