import type { ActingFor, RuleFacts } from '@duijie/contracts';
import { NotAllowed } from '@duijie/service-kit';
import { mostLocalRules, type RuleScope } from './applicable-rules';
import type { Rule } from './rule';

type Screener = 'either' | 'association' | 'subdistrict';

const refusals = {
  association: {
    reason: 'screening.by-association',
    detail: { zh: '这里的需求由协会审核', en: 'Here the association screens needs' },
  },
  subdistrict: {
    reason: 'screening.by-subdistrict',
    detail: { zh: '这里的需求由街道审核', en: 'Here the subdistrict screens needs' },
  },
} as const;

/** @returns who screens needs at a place: as the most local, newest rule says; kept rules of before said nothing */
export const whoScreens = (
  rules: readonly (RuleFacts & Partial<Pick<Rule<'screening'>, 'by'>>)[],
  scope: RuleScope,
): Screener => mostLocalRules(rules, scope)[0]?.by ?? 'either';

/** @throws NotAllowed where the rule gives it to others */
export function requireScreener({ kind }: Pick<ActingFor, 'kind'>, screener: Screener): void {
  if (screener === 'either') return;
  if ((kind === 'association') !== (screener === 'association')) throw new NotAllowed(refusals[screener]);
}
