import type { PackageColumns } from '../columns/package-columns';
import type { RankColumns } from '../columns/rank-columns';
import type { RuleCode } from '../finding';
import type { DescribedNeed, PreparedNeed } from '../ranking/prepared-need';
import type { Reason } from '../reason';

/** What a rule says of a pair, as a number so that the scan allocates nothing. */
export const OUTCOME = { pass: 0, unknown: 1, waivable: 2, fail: 3 } as const;

/** Number of an outcome. */
export type Outcome = (typeof OUTCOME)[keyof typeof OUTCOME];

/** A hard rule: a pure predicate over a prepared need and a row of the index, and the reason in structured form. */
export interface HardRule {
  readonly code: RuleCode;
  /** @returns the outcome for the pair; allocates nothing */
  check(need: PreparedNeed, columns: RankColumns, row: number): Outcome;
  /** @returns why; its code is the rule's and the outcome's, e.g. `area.fail` */
  reason(need: DescribedNeed, columns: PackageColumns, row: number): Reason;
}
