import type { Weights } from './weights.js';

/** The published weights. Changes are a new version. */
export const defaultWeights: Weights = Object.freeze({
  version: '2026-12-a',
  points: Object.freeze({
    coverage: 4000,
    focus: 500,
    words: 2700,
    price: 1000,
    place: 300,
    track_record: 800,
    capacity: 100,
    core_service: 300,
    freshness: 100,
    exposure: 200,
    limits: 1500,
  }),
  furtherComponentPermille: 650,
  neighbourPermille: 150,
  companionPermille: 200,
  wordsHalf: 12_000,
  limitsHalf: 4000,
  ratingPriorHundredths: 420,
  ratingPriorCount: 5,
  farOverBudgetPermille: 2000,
  leastScore: 3000,
  leastCoveragePermille: 100,
});
