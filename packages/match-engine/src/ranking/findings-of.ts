import type { PackageColumns } from '../columns/package-columns';
import type { Finding } from '../finding';
import { OUTCOME } from '../rules/hard-rule';
import { hardRules } from '../rules/hard-rules';
import type { DescribedNeed } from './prepared-need';

const OUTCOME_NAMES = ['pass', 'unknown', 'waivable', 'fail'] as const;

/**
 * Asks every hard rule about one pair.
 *
 * @param need the prepared need @param columns the index @param row the package's row
 * @returns one finding a rule, in the rules' order
 */
export function findingsOf(need: DescribedNeed, columns: PackageColumns, row: number): Finding[] {
  return hardRules.map((rule) => ({
    rule: rule.code,
    outcome: OUTCOME_NAMES[rule.check(need, columns, row)] ?? OUTCOME_NAMES[OUTCOME.fail],
    reason: rule.reason(need, columns, row),
  }));
}
