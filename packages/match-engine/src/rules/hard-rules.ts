import type { PackageColumns } from '../columns/package-columns.js';
import type { PreparedNeed } from '../ranking/prepared-need.js';
import { areaRule } from './area-rule.js';
import { businessScopeRule } from './business-scope-rule.js';
import { capacityRule } from './capacity-rule.js';
import { conflictRule } from './conflict-rule.js';
import { type HardRule, OUTCOME } from './hard-rule.js';
import { kindRule } from './kind-rule.js';
import { leadTimeRule } from './lead-time-rule.js';
import { moneyRule } from './money-rule.js';
import { publishedRule } from './published-rule.js';
import { qualificationRule } from './qualification-rule.js';
import { verifiedRule } from './verified-rule.js';

/** All hard rules in the order of `RULE_CODES`. @see DOMAIN.md, Match */
export const hardRules: readonly HardRule[] = [
  publishedRule,
  verifiedRule,
  kindRule,
  businessScopeRule,
  qualificationRule,
  areaRule,
  capacityRule,
  leadTimeRule,
  moneyRule,
  conflictRule,
];

/**
 * Tells whether a pair passes every hard rule. A rule that a broker could waive but has not is not passed.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns true when no rule fails
 */
export function isEligible(need: PreparedNeed, columns: PackageColumns, row: number): boolean {
  for (let i = 0; i < hardRules.length; i++) {
    if (hardRules[i]!.check(need, columns, row) >= OUTCOME.waivable) return false;
  }
  return true;
}
