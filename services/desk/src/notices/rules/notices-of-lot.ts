import type { AwardBody, LotBody, NeedBody, NoticeKind, ResponseBody } from '@duijie/contracts';
import { toOrganisation, type NoticeDraft, type NoticeFacts } from '../notice';
import { needFacts } from './place-of';

/** What is known around a lot. */
export interface AroundLot {
  readonly need: NeedBody | null;
  /** Of the need; of sealed ones only what was opened. */
  readonly responses: readonly ResponseBody[];
  /** Providers whose introduction to the need still stands. */
  readonly introducedIds: readonly string[];
}

const live: ReadonlySet<ResponseBody['state']> = new Set(['submitted', 'opened', 'shortlisted']);
const holds = (award: AwardBody | null | undefined): award is AwardBody =>
  award !== null && award !== undefined && award.state !== 'cancelled';

/** What the poster, those who joined, the winner and those who wait hear of a lot. Losers hear by their response. */
export function noticesOfLot(before: LotBody | null, after: LotBody, around: AroundLot): NoticeDraft[] {
  const { award, attempt, because } = after;
  const was = before?.award;
  const base = needFacts(around.need, after.needTitle);
  const tell = (to: string, kind: NoticeKind, fact: string, facts: NoticeFacts = {}, type: 'lot' | 'need' = 'lot') => ({
    to: toOrganisation(to),
    kind,
    subject: { type, id: type === 'lot' ? after.id : after.needId },
    fact,
    facts: { ...base, ...facts },
  });
  const poster = after.organisationId;
  const joined = (around.need?.joinedOrganisationIds ?? []).filter((id) => id !== poster);
  const moved = before?.state !== after.state;
  const drafts: NoticeDraft[] = [];

  // Where the first who comes takes it, there is nothing to decide upon.
  if (moved && after.state === 'deciding' && !holds(was) && after.mode !== 'claim')
    drafts.push(tell(poster, 'lot_deciding', `d${attempt}`));

  if (holds(award) && award.id !== was?.id) {
    const { organisationId, organisationName: other, noticeUntil: until, reason } = award;
    drafts.push(
      tell(organisationId, 'result_won', award.id, { until, reason }),
      tell(poster, 'result_made', award.id, { other }),
      ...joined.map((id) => tell(id, 'result_made', award.id, { other, joined: true }, 'need')),
    );
  } else if (holds(award) && award.state === 'effective' && holds(was) && was.state !== 'effective')
    drafts.push(...[award.organisationId, poster].map((id) => tell(id, 'result_effective', award.id)));
  if (holds(was) && (award?.state === 'cancelled' || after.state === 'deciding'))
    drafts.push(...[was.organisationId, poster].map((id) => tell(id, 'result_cancelled', was.id)));

  if (moved && (after.state === 'failed' || after.state === 'closed')) {
    const waiting = around.responses
      .filter((one) => one.lotId === after.id && one.attempt === attempt && live.has(one.state))
      .map((one) => one.organisationId);
    const told = new Set(after.state === 'closed' ? [...waiting, ...around.introducedIds] : waiting);
    drafts.push(...[...told].map((id) => tell(id, 'lot_closed', `c${attempt}`, { reason: because }, 'need')));
  }
  if (moved && after.state === 'failed')
    drafts.push(
      tell(poster, 'need_failed', `f${attempt}`, { reason: because }),
      ...joined.map((id) => tell(id, 'need_failed', `f${attempt}`, { joined: true }, 'need')),
    );
  if (moved && after.state === 'given_back')
    drafts.push(tell(poster, 'need_given_back', `g${attempt}`, { reason: because }));
  return drafts;
}
