import type { ProviderRecord } from '@duijie/contracts';
import { decayedMean, type Rating } from './record-line';

/** A rating with the lines of service that the organisation did under the agreement. */
export interface RatedWork extends Rating {
  readonly leaves: readonly string[];
}

/**
 * A provider's record by line of service.
 * @param works its ratings @param completed how many agreements it has completed, by leaf
 * @returns one line a leaf that has either, in the order of the leaves
 */
export function recordLines(
  works: readonly RatedWork[],
  completed: ReadonlyMap<string, number>,
  now: Date,
): ProviderRecord['lines'] {
  const leaves = new Set([...completed.keys(), ...works.flatMap((work) => work.leaves)]);
  return [...leaves].toSorted().map((leaf) => {
    const ratings = works.filter((work) => work.leaves.includes(leaf));
    return {
      leaf,
      ratingMean: decayedMean(ratings, now),
      ratingCount: ratings.length,
      completed: completed.get(leaf) ?? 0,
    };
  });
}
