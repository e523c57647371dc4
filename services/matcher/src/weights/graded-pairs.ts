import type { PairProgress } from '@duijie/contracts';
import { progressOf, type PairStep } from '../pair-progress';

/** A pair that people have done something with, or passed over. */
export interface GradedPair {
  readonly packageId: string;
  readonly grade: number;
  /** How far it came; null where it was dismissed or passed over. */
  readonly progress: PairProgress | null;
}
/** A pair as it stands in a need's list. */
export interface ListedPair {
  readonly packageId: string;
  readonly providerId: string;
  readonly dismissed: boolean;
  readonly place: number;
}

const grades: Readonly<Record<PairProgress, number>> = {
  awarded: 3,
  responded: 2,
  interested: 2,
  introduced: 1,
  shortlisted: 1,
  declined: 0,
};
const wanted = 2;

/**
 * What people's deeds say of a need's pairs: 3 it came to an award, 2 the provider came forward, 1 somebody introduced
 * it, 0 it was declined, dismissed, or passed over for one further down. Of the rest nothing is known.
 * @see Joachims, "Optimizing Search Engines using Clickthrough Data", KDD 2002 (skip above)
 */
export function gradedPairs(listed: readonly ListedPair[], told: readonly PairStep[]): GradedPair[] {
  const known = new Set(listed.map(({ packageId }) => packageId));
  const named = told.flatMap(({ packageId, organisationId }) =>
    packageId !== null && organisationId !== null && !known.has(packageId)
      ? [{ packageId, providerId: organisationId, dismissed: false, place: Number.POSITIVE_INFINITY }]
      : [],
  );
  const unlisted = named.filter(({ packageId }, at) => named.findIndex((one) => one.packageId === packageId) === at);
  const pairs = [...listed, ...unlisted].map((pair) => ({ ...pair, progress: progressOf(told, pair) }));
  const last = Math.max(
    0,
    ...pairs
      .filter(({ progress, place }) => progress !== null && grades[progress] >= wanted && Number.isFinite(place))
      .map(({ place }) => place),
  );
  return pairs.flatMap(({ packageId, dismissed, place, progress }): GradedPair[] => {
    if (progress !== null) return [{ packageId, grade: grades[progress], progress }];
    return dismissed || place < last ? [{ packageId, grade: 0, progress: null }] : [];
  });
}
