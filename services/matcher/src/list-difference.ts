import type { BareRanked } from '@duijie/match-engine';

/** A stored pair of a need. */
export interface StoredPair {
  readonly packageId: string;
  readonly state: 'suggested' | 'dismissed';
  readonly score: number;
  readonly place: number;
  /** What each part of the score brings, see `pointsOf` of the engine. */
  readonly points: readonly number[];
  readonly needSequence: number;
  readonly packageSequence: number;
  readonly weightsVersion: string;
}
/** What a need's list should be. */
export interface WantedList {
  readonly needSequence: number;
  readonly ranked: readonly BareRanked[];
  readonly weightsVersion: string;
  readonly packageSequences: Readonly<Record<string, number>>;
}
export interface ListDifference<P> {
  readonly added: readonly WantedPair[];
  /** `returned` was dismissed and comes back; `renewed` rests on a newer need or package. */
  readonly changed: readonly {
    readonly before: P;
    readonly after: WantedPair;
    readonly returned: boolean;
    readonly renewed: boolean;
  }[];
  readonly removed: readonly P[];
}
export interface WantedPair extends StoredPair {
  readonly providerId: string;
}

const isUnchanged = (a: StoredPair, b: StoredPair): boolean =>
  a.state === b.state &&
  a.score === b.score &&
  a.place === b.place &&
  a.needSequence === b.needSequence &&
  a.packageSequence === b.packageSequence &&
  a.weightsVersion === b.weightsVersion &&
  a.points.length === b.points.length &&
  a.points.every((points, at) => points === b.points[at]);

/** Whether a dismissal still holds: neither need nor package has a newer state than when it was made. */
export const staysDismissed = (pair: StoredPair, needSequence: number, packageSequence: number): boolean =>
  pair.state === 'dismissed' && pair.needSequence >= needSequence && pair.packageSequence >= packageSequence;

/**
 * What must be written so that the stored pairs become the wanted list. Unchanged pairs are in none of the three.
 * @param stored all pairs of the need @param dismissed packages whose dismissal holds; they are left alone
 */
export function listDifference<P extends StoredPair>(
  stored: readonly P[],
  wanted: WantedList,
  dismissed: ReadonlySet<string>,
): ListDifference<P> {
  const before = new Map(stored.map((pair) => [pair.packageId, pair]));
  const added: WantedPair[] = [];
  const changed: { before: P; after: WantedPair; returned: boolean; renewed: boolean }[] = [];
  const kept = new Set<string>(dismissed);
  for (const [at, ranked] of wanted.ranked.filter(({ packageId }) => !dismissed.has(packageId)).entries()) {
    const after: WantedPair = {
      packageId: ranked.packageId,
      providerId: ranked.providerId,
      state: 'suggested',
      score: ranked.score,
      place: at + 1,
      points: ranked.points,
      needSequence: wanted.needSequence,
      packageSequence: wanted.packageSequences[ranked.packageId] ?? 0,
      weightsVersion: wanted.weightsVersion,
    };
    kept.add(ranked.packageId);
    const old = before.get(ranked.packageId);
    if (!old) added.push(after);
    else if (!isUnchanged(old, after))
      changed.push({
        before: old,
        after,
        returned: old.state === 'dismissed',
        renewed: old.needSequence !== after.needSequence || old.packageSequence !== after.packageSequence,
      });
  }
  return { added, changed, removed: stored.filter(({ packageId }) => !kept.has(packageId)) };
}
