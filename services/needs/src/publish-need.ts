import type { NeedTerms } from '@duijie/contracts';
import type { Need } from './need';
import { mostFen } from './need-money';
import { nextState } from './next-state';
import { responseTimes } from './responses-due';
import type { RuleScope } from './rules/applicable-rules';
import { termsOf } from './rules/mode-by-money';
import type { Rule, RuleBook } from './rules/rule';
import type { NeedStep } from './store-need';

/** What a need keeps of its mode's template, so that a later edit of it changes nothing that is out. */
const frozenTerms = (template: Rule<'mode'> | null): NeedTerms =>
  template === null
    ? { sealed: false, leastResponses: 1, noticeDays: 0, evaluation: 'choice' }
    : {
        sealed: template.sealed,
        leastResponses: template.leastResponses,
        noticeDays: template.noticeDays,
        evaluation: template.evaluation,
      };

/** Terms under which a need would be published on a day. @returns null where no template has its mode */
export function termsAhead(need: Need, book: RuleBook, on: RuleScope['on']) {
  const template = termsOf(need.mode, mostFen(need.money), book.mode, { district: need.place.district, on });
  if (template === null) return null;
  const { responseDays, enquiryDays } = template;
  return { ...frozenTerms(template), responseDays, enquiryDays };
}

/**
 * Publishes a submitted need: it takes responses at once unless its mode has an enquiry period.
 * @param screening what still waits to be looked at
 */
export function publishNeed(
  need: Need,
  book: RuleBook,
  { on, now, screening }: { readonly on: RuleScope['on']; readonly now: Date; readonly screening: 'after' | null },
): { readonly need: Need; readonly steps: readonly NeedStep[] } {
  const template = termsOf(need.mode, mostFen(need.money), book.mode, { district: need.place.district, on });
  const { opensAt, dueAt } = responseTimes(now, template ?? { enquiryDays: 0, responseDays: null });
  const published = nextState(need.state, 'publish');
  const state = opensAt === null ? nextState(published, 'open') : published;
  return {
    need: {
      ...need,
      state,
      screening,
      publishedAt: now,
      publishedVersion: need.version + 1,
      terms: frozenTerms(template),
      submittedAt: need.submittedAt ?? now,
      opensAt,
      responsesDueAt: dueAt,
      returnedBecause: null,
      // Once published, its mode no longer follows the money.
      proposed: need.proposed.filter((field) => field !== 'mode'),
    },
    steps: [
      {
        action: 'need.published',
        from: need.state,
        to: published,
        data: { mode: need.mode, template: template?.id ?? null },
      },
      ...(state === published ? [] : [{ action: 'need.opened', from: published, to: state }]),
    ],
  };
}
