/** One rating that counts for a line of service. */
export interface Rating {
  /** 1–5. */
  readonly rating: number;
  /** When it was published. */
  readonly at: Date;
}

/**
 * How the mean of a record is worked out. The prior is the one that the matcher's weights start from, so that nobody is
 * better or worse off for having no record here; two years is about the term of a service contract.
 * @see Bayesian average: https://en.wikipedia.org/wiki/Bayesian_average
 */
export const recordMethod = Object.freeze({
  /** Where a provider without ratings stands. */
  priorMean: 4.2,
  /** How many ratings the prior is worth. */
  priorWeight: 5,
  /** After so many days a rating counts half. */
  halfLifeDays: 730,
});

const dayMs = 86_400_000;

/** What a rating of that age still counts: 1 when new, half after each half-life. @param ageMs negative counts as new */
export const weightOf = (ageMs: number): number => 0.5 ** (Math.max(0, ageMs) / (recordMethod.halfLifeDays * dayMs));

/**
 * Bayesian mean of ratings, each weighted by its age.
 * @returns 1–5 to 0.01; null without ratings. It tends to the prior as all of them age
 */
export function decayedMean(ratings: readonly Rating[], now: Date): number | null {
  if (ratings.length === 0) return null;
  let weight: number = recordMethod.priorWeight;
  let sum = recordMethod.priorMean * weight;
  for (const { rating, at } of ratings) {
    const counts = weightOf(now.getTime() - at.getTime());
    weight += counts;
    sum += rating * counts;
  }
  return Math.round((sum / weight) * 100) / 100;
}
