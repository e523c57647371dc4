import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { OUTCOME } from './hard-rule';
import { hardRules } from './hard-rules';

/**
 * Tells whether a pair passes every hard rule. A rule that a broker could waive but has not is not passed.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns true when no rule fails
 */
export function isEligible(need: PreparedNeed, columns: RankColumns, row: number): boolean {
  for (let i = 0; i < hardRules.length; i++) {
    if (hardRules[i]!.check(need, columns, row) >= OUTCOME.waivable) return false;
  }
  return true;
}
