import type { AskedBasis, DecisionBasis, NeedBody } from '@duijie/contracts';
import type { Rule } from './rule';
import { applicableRules, type RuleScope } from './applicable-rules';

/** What is known of a need when rules are asked for the decision behind it. */
export interface DecisionMatter {
  readonly leaves: readonly string[];
  readonly funding: NeedBody['funding'];
}

/** Which decisions rules ask for before this is published or decided. @returns most local first */
export function basesAsked(
  matter: DecisionMatter,
  rules: readonly Rule<'basis'>[],
  scope: RuleScope,
): Omit<AskedBasis, 'given'>[] {
  return applicableRules(rules, scope)
    .filter(
      (rule) =>
        (rule.leaves.length === 0 || rule.leaves.some((leaf) => matter.leaves.includes(leaf))) &&
        (rule.fundings.length === 0 || (matter.funding !== null && rule.fundings.includes(matter.funding))),
    )
    .map(({ id, kind, zh, en, gate, source }) => ({ ruleId: id, kind, zh, en, gate, source }));
}

/** {@link basesAsked}, and whether the need has each: of the kind asked for, with its day and its scan. */
export const askedBases = (
  matter: DecisionMatter & { readonly decisionBasis: DecisionBasis | null },
  rules: readonly Rule<'basis'>[],
  scope: RuleScope,
): AskedBasis[] =>
  basesAsked(matter, rules, scope).map((asked) => ({
    ...asked,
    given: matter.decisionBasis?.kind === asked.kind && matter.decisionBasis?.attachmentId !== null,
  }));
