/** A phrase, and the leaf that people say it means or does not mean. */
export interface LearntPhrase {
  readonly phrase: string;
  readonly code: string;
}

/** What posters' corrections have taught: phrases that mean a leaf, and phrases that do not though they seemed to. */
export interface LearntPhrases {
  readonly means: readonly LearntPhrase[];
  readonly not: readonly LearntPhrase[];
}
