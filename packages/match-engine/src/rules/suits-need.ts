import { FLAG, type RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { areaRule } from './area-rule';
import { businessScopeRule } from './business-scope-rule';
import { conflictRule } from './conflict-rule';
import { OUTCOME } from './hard-rule';
import { kindRule } from './kind-rule';
import { leadTimeRule } from './lead-time-rule';
import { moneyRule } from './money-rule';
import { qualificationRule } from './qualification-rule';

/**
 * Tells whether a row of the need's blocks passes every hard rule. What a block holds already is not asked again: that it
 * is published, verified and free, and serves the district or the whole city.
 *
 * @param need the prepared need @param columns the index @param row a row of a block of the need's district
 * @returns true when no rule fails; the same as `isEligible`
 */
export function suitsNeed(need: PreparedNeed, columns: RankColumns, row: number): boolean {
  return (
    kindRule.check(need, columns, row) < OUTCOME.waivable &&
    moneyRule.check(need, columns, row) < OUTCOME.waivable &&
    leadTimeRule.check(need, columns, row) < OUTCOME.waivable &&
    (need.excluded.length === 0 || conflictRule.check(need, columns, row) < OUTCOME.waivable) &&
    ((columns.flags[row]! & FLAG.radius) === 0 || areaRule.check(need, columns, row) < OUTCOME.waivable) &&
    (!need.scopeMatters || businessScopeRule.check(need, columns, row) < OUTCOME.waivable) &&
    (need.qualifications.length === 0 || qualificationRule.check(need, columns, row) < OUTCOME.waivable)
  );
}
