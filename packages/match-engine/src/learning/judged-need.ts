import type { ScorePart } from '../ranked';

/** A pair of a past need of which people have shown what they think. */
export interface JudgedPair {
  readonly packageId: string;
  /** 0 = passed over or refused, up to 3 = it came to an agreement. */
  readonly grade: number;
  /** How well it does in each part, permille. */
  readonly permille: Readonly<Record<ScorePart, number>>;
}
/** A past need with the pairs that were judged. */
export interface JudgedNeed {
  readonly needId: string;
  readonly pairs: readonly JudgedPair[];
}
