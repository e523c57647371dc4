import type { RuleFacts } from '@duijie/contracts';
import type { Day } from '@duijie/domain-kit';

/** Where and when a rule is looked for. @property district null = anywhere in the city */
export interface RuleScope {
  readonly district: string | null;
  readonly on: Day;
}

/** 0 the country, 1 the city, 2 a district. */
function localness({ code }: RuleFacts['jurisdiction']): 0 | 1 | 2 {
  if (code === 'CN') return 0;
  return code.endsWith('00') ? 1 : 2;
}

/** Tells whether a rule holds at a place on a day: it has content, has begun, is not retired, and reaches the district. */
export function ruleApplies(rule: RuleFacts, { district, on }: RuleScope): boolean {
  if (rule.retired || rule.status === 'to_be_entered') return false;
  if (rule.validFrom !== null && rule.validFrom > on) return false;
  return localness(rule.jurisdiction) < 2 || rule.jurisdiction.zh === district;
}

/** @returns the rules that apply, the most local first, the newest first among these */
export const applicableRules = <R extends RuleFacts>(rules: readonly R[], scope: RuleScope): R[] =>
  rules
    .filter((rule) => ruleApplies(rule, scope))
    .toSorted(
      (a, b) =>
        localness(b.jurisdiction) - localness(a.jurisdiction) ||
        (a.validFrom === b.validFrom ? 0 : (a.validFrom ?? '') > (b.validFrom ?? '') ? -1 : 1),
    );

/** @returns only those of the most local level that has any: a local rule overrides the ones above it */
export function mostLocalRules<R extends RuleFacts>(rules: readonly R[], scope: RuleScope): R[] {
  const found = applicableRules(rules, scope);
  const [first] = found;
  return first ? found.filter((rule) => localness(rule.jurisdiction) === localness(first.jurisdiction)) : [];
}
