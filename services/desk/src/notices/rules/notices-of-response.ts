import type { LotBody, NeedBody, NoticeKind, ResponseBody } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft, type NoticeFacts } from '../notice';
import { needFacts } from './place-of';

/**
 * What poster, responder and consortium hear of a response. Events tell nothing of one that is sealed, so the poster
 * hears of those that are not alone.
 * @param lot to find the reason of the result, null where it is not known yet
 */
export function noticesOfResponse(
  before: ResponseBody | null,
  after: ResponseBody,
  around: { readonly need: NeedBody | null; readonly lot: LotBody | null },
): NoticeDraft[] {
  const base = needFacts(around.need, after.needTitle);
  const tell = (to: string, kind: NoticeKind, fact: string, facts: NoticeFacts = {}): NoticeDraft => ({
    to: toOrganisation(to),
    kind,
    subject: { type: 'response', id: after.id },
    fact,
    facts: { ...base, ...facts },
  });
  const { attempt, organisationName: other } = after;
  const partners = after.members.filter(({ confirmed }) => confirmed).map(({ organisationId }) => organisationId);
  const side = [after.organisationId, ...partners];
  const moved = before?.state !== after.state;
  const drafts: NoticeDraft[] = [];

  if (before === null && after.state === 'submitted')
    drafts.push({
      ...tell(after.posterId, 'response_received', `${after.id}.${attempt}`, { other }),
      subject: { type: 'lot', id: after.lotId },
    });
  if (after.state === 'submitted')
    drafts.push(
      ...after.members
        .filter(
          ({ organisationId: id, confirmed }) => !confirmed && !before?.members.some((m) => m.organisationId === id),
        )
        .map(({ organisationId }) => tell(organisationId, 'response_confirm_asked', `m${attempt}`, { other })),
    );
  if (before?.conflict === 'flagged' && after.conflict === 'cleared')
    drafts.push(tell(after.organisationId, 'response_cleared', `c${attempt}`));
  const refused = after.conflict === 'refused' && before?.conflict !== 'refused';
  if (refused || (moved && after.state === 'disqualified'))
    drafts.push(...side.map((id) => tell(id, 'response_refused', `x${attempt}`)));

  if (moved && after.state === 'rejected') {
    const award = around.lot?.attempt === attempt ? around.lot.award : null;
    drafts.push(...side.map((id) => tell(id, 'result_not_won', `r${attempt}`, { reason: award?.reason ?? null })));
  }
  // The leader hears by the award.
  if (moved && after.state === 'awarded') drafts.push(...partners.map((id) => tell(id, 'result_won', `a${attempt}`)));
  return drafts;
}
