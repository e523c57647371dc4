import type { Weights } from './weights';

/** The published weights. Changes are a new version. */
export const defaultWeights: Weights = Object.freeze({
  version: '2026-12-b',
  points: Object.freeze({
    coverage: 3800,
    focus: 500,
    words: 3000,
    price: 1000,
    place: 300,
    track_record: 700,
    capacity: 100,
    core_service: 300,
    freshness: 100,
    exposure: 200,
    limits: 800,
  }),
  furtherComponentPermille: 700,
  neighbourPermille: 150,
  companionPermille: 200,
  boundMeansPermille: 200,
  wordsHalf: 12_000,
  limitsHalf: 4000,
  ratingPriorHundredths: 420,
  ratingPriorCount: 5,
  farOverBudgetPermille: 2000,
  leastScore: 3600,
  leastCoveragePermille: 100,
  leastWordsPermille: 0,
  leastRelatedWordsPermille: 300,
});
