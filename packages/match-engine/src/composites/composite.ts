/** Parts of the score of a set, in their fixed order. */
export const SET_PARTS = ['coverage', 'quality', 'price', 'one_group', 'overlap', 'members'] as const;

/** Name of a part of the score of a set. */
export type SetPart = (typeof SET_PARTS)[number];

/** One package of a set. */
export interface CompositeMember {
  readonly packageId: string;
  readonly providerId: string;
  /** Components of the need that it brings, leaf codes in the need's order. */
  readonly components: readonly string[];
  /** Its own score for the need. */
  readonly score: number;
}

/** A set of packages that answer a need together. */
export interface Composite {
  readonly members: readonly CompositeMember[];
  /** Components that nobody in it brings. */
  readonly missing: readonly string[];
  /** Sum of the least prices that can be told, in fen; null when none can. */
  readonly costFen: number | null;
  /** True when all members are of one provider or group. */
  readonly oneGroup: boolean;
  /** 0..10000, exactly the sum of its contributions. */
  readonly score: number;
  readonly contributions: readonly { readonly part: SetPart | 'bounds'; readonly points: number }[];
}

/** The best sets, and whether they are known to be. */
export interface Composites {
  readonly sets: readonly Composite[];
  /** False when the search was broken off: better sets may exist, though none beyond `bound`. */
  readonly proven: boolean;
  /** No set that was not looked at scores more. */
  readonly bound: number;
}
