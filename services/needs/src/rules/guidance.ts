import { fundings, type NeedBody, type NeedGuidance } from '@duijie/contracts';
import { basesAsked } from './asked-bases';
import { applicableRules, type RuleScope } from './applicable-rules';
import type { Rule, RuleBook } from './rule';
import { viewOfRule } from './rule-view';

type Funding = NonNullable<NeedBody['funding']>;

const blocks = (rule: Rule<'funding'>, leaf: string): boolean =>
  rule.effect === 'blocks' && rule.leaves.includes(leaf) !== rule.except;
const conditions = (rule: Rule<'funding'>, leaf: string): boolean =>
  rule.effect === 'condition' && (rule.leaves.length === 0 || rule.leaves.includes(leaf) !== rule.except);

/** Sources of money that no rule blocks for a leaf. @param leaf null = nothing is blocked */
export const fundingCandidates = (
  leaf: string | null,
  rules: readonly Rule<'funding'>[],
  scope: RuleScope,
): Funding[] => {
  const applicable = applicableRules(rules, scope);
  return fundings.filter(
    (funding) =>
      funding !== 'none' &&
      (leaf === null || !applicable.some((rule) => rule.funding === funding && blocks(rule, leaf))),
  );
};

/** Who may pay for a leaf, who is responsible, and what must be decided by whom. @param funding null = any */
export function guidanceFor(leaf: string, funding: Funding | null, book: RuleBook, scope: RuleScope): NeedGuidance {
  const rules = applicableRules(book.funding, scope);
  const said = ({ id, zh, en, source, status, evidence, jurisdiction }: Rule<'funding'>) => ({
    ruleId: id,
    zh,
    en,
    source,
    status,
    evidence,
    jurisdiction,
  });
  const askedFor = funding === null ? fundings : [funding];
  const bases = askedFor.flatMap((one) => basesAsked({ leaves: [leaf], funding: one }, book.basis, scope));
  return {
    leaf,
    moneyFinder: askedFor
      .filter((one) => one !== 'none')
      .map((one) => {
        const own = rules.filter((rule) => rule.funding === one);
        const blockedBy = own.filter((rule) => blocks(rule, leaf)).map(said);
        const judged = own.filter((rule) => conditions(rule, leaf)).map(said);
        return {
          funding: one,
          verdict: blockedBy.length > 0 ? 'blocked' : judged.length > 0 ? 'conditional' : 'may',
          blockedBy,
          conditions: judged,
        };
      }),
    responsible: applicableRules(book.responsibility, scope)
      .filter((rule) => rule.leaves.includes(leaf))
      .map(viewOfRule),
    policies: applicableRules(book.policy, scope)
      .filter((rule) => rule.clauses.some((clause) => clause.leaves.includes(leaf)))
      .map(viewOfRule),
    decisionBases: bases.filter((basis, at) => bases.findIndex((other) => other.ruleId === basis.ruleId) === at),
  };
}
