import type { LotBody, NeedBody, NoticeKind, ObjectionBody } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft } from '../notice';
import { needFacts } from './place-of';

/**
 * What the concerned hear of an objection. While it is not formal nobody learns that there is one but the brokers, who
 * pass it on, and then the poster, who answers; and nobody ever learns here who objects.
 * @param around `associationIds` those whose brokers pass questions on
 */
export function noticesOfObjection(
  before: ObjectionBody | null,
  after: ObjectionBody,
  around: { readonly need: NeedBody | null; readonly lot: LotBody | null; readonly associationIds: readonly string[] },
): NoticeDraft[] {
  const facts = { ...needFacts(around.need, after.needTitle), until: after.answerDueAt };
  const tell = (to: NoticeDraft['to'], kind: NoticeKind): NoticeDraft => ({
    to,
    kind,
    subject: { type: 'lot', id: after.lotId },
    fact: after.id,
    facts,
  });
  const passedOn = (after.passedAt ?? null) !== null && (before?.passedAt ?? null) === null;
  if (after.state === 'asked' && passedOn) return [tell(toOrganisation(after.posterId), 'objection_passed')];
  if (before?.state === after.state) return [];
  if (after.state === 'asked')
    return around.associationIds.map((id) => tell(toOrganisation(id, ['broker', 'administrator']), 'objection_asked'));

  const award = around.lot?.award?.id === after.awardId ? around.lot.award : null;
  const concerned = [after.posterId, ...(award === null ? [] : [award.organisationId])];
  if (after.state === 'formal') return concerned.map((id) => tell(toOrganisation(id), 'objection_formal'));
  // An answer to what was never formal goes back by the broker.
  if ((after.state !== 'upheld' && after.state !== 'dismissed') || after.organisationId === null) return [];
  const kind = `objection_${after.state}` as const;
  return [...new Set([...concerned, after.organisationId])].map((id) => tell(toOrganisation(id), kind));
}
