import type { AgreementBody, NeedBody, ObjectionBody, ResponseBody } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft } from '../notice';
import type { NoticeDue } from '../persistence/notice-due.repository';
import { needFacts } from '../rules/place-of';
import { duesOfNeed } from './dues-of';

const over: ReadonlySet<ResponseBody['state']> = new Set(['withdrawn', 'disqualified']);

/**
 * Whom a term of a need reminds: who was introduced, has not declined and, as far as is known, has not responded. Nobody
 * where the need is closed or its term has moved since.
 */
export function remindersOfNeed(
  due: NoticeDue,
  need: NeedBody | null,
  known: { readonly responses: readonly ResponseBody[]; readonly introducedIds: readonly string[] },
): NoticeDraft[] {
  const stands =
    need !== null &&
    duesOfNeed(need, new Date(0)).some(
      ({ kind, dueAt }) => kind === due.kind && dueAt.getTime() === due.dueAt.getTime(),
    );
  if (!stands) return [];
  const responded = new Set(known.responses.filter(({ state }) => !over.has(state)).map((one) => one.organisationId));
  return [...new Set(known.introducedIds)]
    .filter((id) => !responded.has(id))
    .map((id) => ({
      to: toOrganisation(id),
      kind: 'responses_due',
      subject: { type: 'need', id: need.id },
      fact: `${due.kind}.${due.dueAt.getTime()}`,
      facts: { ...needFacts(need, need.title), dueAt: need.responsesDueAt },
    }));
}

/** Whom a milestone reminds: who delivers it, or who has to accept it; nobody where that is done. */
export function remindersOfMilestone(
  due: NoticeDue,
  agreement: AgreementBody | null,
  need: NeedBody | null,
): NoticeDraft[] {
  const milestone = agreement?.milestones.find(({ id }) => id === due.aboutId);
  if (!agreement || !milestone || agreement.state !== 'signed') return [];
  const facts = { ...needFacts(need, agreement.needTitle), item: milestone.title, until: milestone.dueOn };
  const subject = { type: 'agreement', id: agreement.id } as const;
  const fact = `${milestone.id}.${due.dueAt.getTime()}`;
  if (due.kind === 'acceptance')
    return milestone.state === 'delivered'
      ? [{ to: toOrganisation(agreement.posterId), kind: 'acceptance_waiting', subject, fact, facts }]
      : [];
  return milestone.state === 'planned' || milestone.state === 'sent_back'
    ? [{ to: toOrganisation(agreement.leadId), kind: 'delivery_due', subject, fact, facts }]
    : [];
}

/** The poster, while it still owes the answer to a formal objection; nobody once it has answered or that is settled. */
export function remindersOfObjection(
  due: NoticeDue,
  objection: ObjectionBody | null,
  need: NeedBody | null,
): NoticeDraft[] {
  if (objection?.state !== 'formal' || objection.answerDueAt === null) return [];
  if (Date.parse(objection.answerDueAt) !== due.dueAt.getTime()) return [];
  return [
    {
      to: toOrganisation(objection.posterId),
      kind: 'answer_overdue',
      subject: { type: 'lot', id: objection.lotId },
      fact: `${objection.id}.${due.dueAt.getTime()}`,
      facts: { ...needFacts(need, objection.needTitle), until: objection.answerDueAt },
    },
  ];
}
