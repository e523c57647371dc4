import type { ScorePart } from '../ranked';

/** A version of the weights: plain data, integers only. */
export interface Weights {
  readonly version: string;
  /** Most points of each part (of `limits`: most points taken away); without `limits` they sum to 10000. */
  readonly points: Readonly<Record<ScorePart, number>>;
  /** Each further component counts this share (permille) of the one before. */
  readonly furtherComponentPermille: number;
  /** Credit (permille) of a leaf of the same group, and of one that is often bought along. */
  readonly neighbourPermille: number;
  readonly companionPermille: number;
  /** What is left (permille) of a means, such as research, whose package is about something that nobody asked for. */
  readonly boundMeansPermille: number;
  /** Word evidence at which the words part reaches half of its points. */
  readonly wordsHalf: number;
  /** Evidence that the package rules the need's wish out, or the need the package's, at which limits take half. */
  readonly limitsHalf: number;
  /** Prior of the shrunk rating: hundredths of a star, and how many ratings it is worth. */
  readonly ratingPriorHundredths: number;
  readonly ratingPriorCount: number;
  /** Least price over the budget's upper end at which a package is no longer suggested, permille of that end. */
  readonly farOverBudgetPermille: number;
  /** What a package must reach, apart from freshness, to be suggested at all. */
  readonly leastScore: number;
  readonly leastCoveragePermille: number;
  /** Words (permille) that a package must share: one that delivers a component, and one that is only related. */
  readonly leastWordsPermille: number;
  readonly leastRelatedWordsPermille: number;
}
