import type { EventEnvelope, NoticeSubject } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { EventHandlers, TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import { deeds } from './deeds';
import type { NoticeDraft, Words } from './notice';
import type { KnownBefore } from './persistence/known-before.read-model';
import type { NoticeDueRepository } from './persistence/notice-due.repository';
import { duesOfAgreement, duesOfNeed, duesOfObjection } from './reminders/dues-of';
import type { IntroducedIds } from './reminders/remind';
import { noticesOfAgreement } from './rules/notices-of-agreement';
import { noticesOfAppointment } from './rules/notices-of-appointment';
import { noticesOfLot } from './rules/notices-of-lot';
import { noticesOfNeed } from './rules/notices-of-need';
import { noticesOfObjection } from './rules/notices-of-objection';
import { noticesOfOrganisation } from './rules/notices-of-organisation';
import { noticesOfResponse } from './rules/notices-of-response';
import { noticesOfReview } from './rules/notices-of-review';
import { noticesOfSearch } from './rules/notices-of-search';
import { noticesOnBehalf } from './rules/notices-on-behalf';
import type { Tell } from './tell';

export interface NoticeEventDeps {
  readonly clock: Clock;
  readonly copies: CopiesRepository;
  readonly known: KnownBefore;
  readonly dues: NoticeDueRepository;
  readonly introducedIds: IntroducedIds;
  readonly tell: Tell;
}

/**
 * Makes notices of events. It must come before the copies are renewed: what is news follows from what they hold. Every
 * aggregate that hangs on a need is locked by the need, so that its events come one after the other.
 */
export function noticesOnEvents(deps: NoticeEventDeps): EventHandlers {
  const { clock, copies, dues, introducedIds, known, tell } = deps;

  const tellAll = (
    ctx: TransactionContext,
    event: EventEnvelope,
    drafts: readonly NoticeDraft[],
    about: { readonly deed: Words; readonly subject: NoticeSubject; readonly needTitle?: string },
  ): Promise<void> => {
    const onBehalf = noticesOnBehalf(ctx.actor, { ...about, fact: event.id });
    const told = new Set(onBehalf.map(({ to }) => to.id));
    // That its need is published is the very thing it is told that somebody did for it.
    const rest = drafts.filter(({ to, kind }) => !(kind === 'need_published' && told.has(to.id)));
    return tell(ctx, [...onBehalf, ...rest]);
  };

  const onNeed: NonNullable<EventHandlers['need.changed.v1']> = async (ctx, event) => {
    const { data } = event;
    await copies.lockNeed(ctx, data.id);
    const before = await known.before(ctx, 'need', data.id, data.version);
    if (before === undefined) return;
    await dues.put(ctx, duesOfNeed(data, clock.now()));
    await tellAll(ctx, event, noticesOfNeed(before, data, new Date(event.occurredAt)), {
      deed: deeds.need(data.state),
      subject: { type: 'need', id: data.id },
      needTitle: data.title,
    });
  };
  async function lockedBefore<K extends 'lot' | 'appointment' | 'response' | 'agreement' | 'objection'>(
    ctx: TransactionContext,
    kind: K,
    { id, needId, version }: { readonly id: string; readonly needId: string; readonly version: number },
  ) {
    await copies.lockNeed(ctx, needId);
    return known.before(ctx, kind, id, version);
  }
  const needOf = (ctx: TransactionContext, needId: string) => copies.find(ctx, 'need', needId);

  return {
    'organisation.changed.v1': async (ctx, event) => {
      const before = await known.before(ctx, 'organisation', event.data.id, event.data.version);
      if (before !== undefined) await tell(ctx, noticesOfOrganisation(before, event.data));
    },
    'search.found.v1': (ctx, { data, sequence }) => tell(ctx, noticesOfSearch(data, sequence)),
    'need.drafted.v1': onNeed,
    'need.published.v1': onNeed,
    'need.changed.v1': onNeed,
    'lot.changed.v1': async (ctx, event) => {
      const { data } = event;
      const before = await lockedBefore(ctx, 'lot', data);
      if (before === undefined) return;
      const ended = data.state === 'failed' || data.state === 'closed';
      const around = {
        need: await needOf(ctx, data.needId),
        responses: ended ? await copies.ofNeed(ctx, 'response', data.needId) : [],
        introducedIds: ended ? await introducedIds(ctx, data.needId) : [],
      };
      await tellAll(ctx, event, noticesOfLot(before, data, around), {
        deed: deeds.lot(),
        subject: { type: 'lot', id: data.id },
        needTitle: data.needTitle,
      });
    },
    'appointment.changed.v1': async (ctx, event) => {
      const { data } = event;
      const before = await lockedBefore(ctx, 'appointment', data);
      // What comes of an acceptance is written once more, and is no second deed.
      if (before === undefined || before?.state === data.state) return;
      await tellAll(ctx, event, noticesOfAppointment(before, data, await needOf(ctx, data.needId)), {
        deed: deeds.appointment(data.state),
        subject: { type: 'lot', id: data.lotId },
        needTitle: data.needTitle,
      });
    },
    'response.changed.v1': async (ctx, event) => {
      const { data } = event;
      const before = await lockedBefore(ctx, 'response', data);
      if (before === undefined) return;
      const around = { need: await needOf(ctx, data.needId), lot: await copies.find(ctx, 'lot', data.lotId) };
      await tellAll(ctx, event, noticesOfResponse(before, data, around), {
        deed: deeds.response(data.state),
        subject: { type: 'response', id: data.id },
        needTitle: data.needTitle,
      });
    },
    'agreement.changed.v1': async (ctx, event) => {
      const { data } = event;
      const before = await lockedBefore(ctx, 'agreement', data);
      if (before === undefined) return;
      await dues.put(ctx, duesOfAgreement(before, data, clock.now()));
      await tellAll(ctx, event, noticesOfAgreement(before, data, await needOf(ctx, data.needId)), {
        deed: deeds.agreement(data.state),
        subject: { type: 'agreement', id: data.id },
        needTitle: data.needTitle,
      });
    },
    'objection.changed.v1': async (ctx, event) => {
      const { data } = event;
      const before = await lockedBefore(ctx, 'objection', data);
      if (before === undefined) return;
      await dues.put(ctx, duesOfObjection(data, clock.now()));
      const around = {
        need: await needOf(ctx, data.needId),
        lot: await copies.find(ctx, 'lot', data.lotId),
        associationIds: data.state === 'asked' ? await known.associationIds(ctx) : [],
      };
      await tellAll(ctx, event, noticesOfObjection(before, data, around), {
        deed: deeds.objection(),
        subject: { type: 'lot', id: data.lotId },
        needTitle: data.needTitle,
      });
    },
    'review.published.v1': (ctx, event) =>
      tellAll(ctx, event, noticesOfReview(event.data), {
        deed: deeds.review(),
        subject: { type: 'agreement', id: event.data.agreementId },
        needTitle: event.data.needTitle,
      }),
  };
}
