import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import { areaRule } from './area-rule';
import { businessScopeRule } from './business-scope-rule';
import { capacityRule } from './capacity-rule';
import { conflictRule } from './conflict-rule';
import { OUTCOME } from './hard-rule';
import { kindRule } from './kind-rule';
import { leadTimeRule } from './lead-time-rule';
import { moneyRule } from './money-rule';
import { publishedRule } from './published-rule';
import { qualificationRule } from './qualification-rule';
import { verifiedRule } from './verified-rule';

/**
 * Tells whether a pair passes every hard rule. A rule that a broker could waive but has not is not passed. The rules are
 * those of `hardRules`, called by name because this is asked millions of times; what costs most is asked last.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns true when no rule fails
 */
export function isEligible(need: PreparedNeed, columns: RankColumns, row: number): boolean {
  return (
    kindRule.check(need, columns, row) < OUTCOME.waivable &&
    moneyRule.check(need, columns, row) < OUTCOME.waivable &&
    leadTimeRule.check(need, columns, row) < OUTCOME.waivable &&
    publishedRule.check(need, columns, row) < OUTCOME.waivable &&
    verifiedRule.check(need, columns, row) < OUTCOME.waivable &&
    capacityRule.check(need, columns, row) < OUTCOME.waivable &&
    conflictRule.check(need, columns, row) < OUTCOME.waivable &&
    areaRule.check(need, columns, row) < OUTCOME.waivable &&
    businessScopeRule.check(need, columns, row) < OUTCOME.waivable &&
    qualificationRule.check(need, columns, row) < OUTCOME.waivable
  );
}
