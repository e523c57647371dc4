import type { Finding, RuleCode } from './finding';
import type { Reason } from './reason';

/** Parts of the score in their fixed order. */
export const SCORE_PARTS = [
  'coverage',
  'focus',
  'words',
  'price',
  'place',
  'track_record',
  'capacity',
  'core_service',
  'freshness',
  'exposure',
  'limits',
] as const;

/** Name of a part of the score. */
export type ScorePart = (typeof SCORE_PARTS)[number];

/** What one part brings; `points` is an integer, negative where it takes away. */
export interface Contribution {
  readonly part: ScorePart | 'bounds';
  readonly points: number;
}

/** One suggestion: `score` 0..10000 is exactly the sum of its contributions. */
export interface Ranked {
  readonly packageId: string;
  readonly providerId: string;
  readonly score: number;
  readonly contributions: readonly Contribution[];
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
  /** Components of the need that the package itself delivers, leaf codes in the need's order. */
  readonly covered: readonly string[];
  /** The model (weights version) that gave the score. */
  readonly weightsVersion: string;
}

/** One step of the smallest change that would bring a package into the list. */
export interface Change {
  readonly kind:
    | 'cure_rule'
    | 'waive_rule'
    | 'lower_price'
    | 'add_service'
    | 'describe_service'
    | 'raise_score'
    | 'bring_back';
  readonly rule: RuleCode | null;
  /** Points missing to enter the first ten or to be suggested at all; 0 for rules. */
  readonly points: number;
  readonly reason: Reason;
}

/** Everything about one pair, suggested or not. */
export interface Explanation extends Ranked {
  /** True when every hard rule passes. */
  readonly eligible: boolean;
  /** True when it is eligible and fits well enough to be suggested. */
  readonly suggested: boolean;
  /** Place in the list, 1 = first; null when not suggested. */
  readonly rank: number | null;
  readonly whatWouldChange: readonly Change[];
}
