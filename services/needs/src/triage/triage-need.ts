import type { NeedTriage } from '@duijie/contracts';
import { dayOf, type Clock } from '@duijie/domain-kit';
import type { Context } from '@duijie/service-kit';
import { needLine } from '../http/need.presenter';
import { leavesOf } from '../need';
import { visibleNeed } from '../need-reach';
import type { CopiesRepository } from '../persistence/copies.repository';
import type { NeedRepository } from '../persistence/need.repository';
import type { Reference } from '../reference';
import { applicableRules } from '../rules/applicable-rules';
import { viewOfRule } from '../rules/rule-view';
import { likenessOf } from './likeness';
import type { NeedCandidates } from './need-candidates.read-model';

export interface TriageDeps {
  readonly needs: NeedRepository;
  readonly copies: CopiesRepository;
  readonly candidates: NeedCandidates;
  readonly reference: Reference;
  readonly clock: Clock;
}
/** Below it two needs have little more in common than their street. */
const leastLikeness = 30;
const mostShown = 5;
const roles = ['leads', 'assists', 'informed'] as const;

/** Suggests what a screener may do with a need: merge it with one of these, or refer it to one of those. */
export const triageNeed =
  ({ needs, copies, candidates, reference, clock }: TriageDeps) =>
  async (ctx: Context, needId: string): Promise<NeedTriage> => {
    const need = await visibleNeed(needs, ctx, needId);
    const compared = (await candidates.of(ctx, need)).map((other) => ({ need: other, ...likenessOf(need, other) }));
    const leaves = new Set(leavesOf(need));
    const scope = { district: need.place.district, on: dayOf(clock.now()) };
    const rules = applicableRules((await reference.book(ctx)).responsibility, scope)
      .filter((rule) => rule.leaves.some((leaf) => leaves.has(leaf)))
      .toSorted((a, b) => roles.indexOf(a.role ?? 'informed') - roles.indexOf(b.role ?? 'informed'));
    return {
      needId: need.id,
      version: need.version,
      duplicates: compared
        .filter(({ likeness }) => likeness >= leastLikeness)
        .toSorted((a, b) => b.likeness - a.likeness || (a.need.id < b.need.id ? -1 : 1))
        .slice(0, mostShown)
        .map(({ need: other, ...likeness }) => ({ need: needLine(other), ...likeness })),
      responsible: await Promise.all(
        rules.map(async (rule) => ({
          rule: viewOfRule(rule),
          organisations: rule.body
            ? (await copies.bodiesFor(ctx, rule.body, need.place)).map(({ id, name }) => ({ organisationId: id, name }))
            : [],
        })),
      ),
    };
  };
