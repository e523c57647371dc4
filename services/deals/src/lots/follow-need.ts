import type { EventEnvelope, LotState, NeedBody, NeedState } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../copies/persistence/copies.repository';
import type { Lot } from './lot';
import { nextLotState } from './next-lot-state';
import type { LotRepository } from './persistence/lot.repository';
import type { LotStep, StoreLot } from './store-lot';

/** Told of a lot that is closed or begins anew, after its row is written: what hangs on the former attempt ends. */
export type OnLotEnded = (ctx: TransactionContext, lot: Lot) => Promise<void>;

const gone: Readonly<Partial<Record<NeedState, { readonly zh: string; readonly en: string }>>> = {
  withdrawn: { zh: '需求已撤回', en: 'The need was withdrawn' },
  returned: { zh: '需求已退回修改', en: 'The need was returned to its author' },
  duplicate_of: { zh: '需求已并入另一需求', en: 'The need was merged into another' },
  referred_to: { zh: '需求已转办', en: 'The need was referred to another body' },
};
const withdrawn = { zh: '这部分已从需求中撤下', en: 'The lot was taken out of the need' };
/** What may still end; a need that was only returned keeps what failed before, until it is published again. */
const goesOn: readonly LotState[] = ['upcoming', 'open', 'deciding'];
const mayEnd: readonly LotState[] = [...goesOn, 'failed', 'given_back'];
const unseen: readonly NeedState[] = ['draft', 'submitted', 'returned'];
const light = { sealed: false, leastResponses: 0, noticeDays: 0, evaluation: 'none' } as const;

/** Facts of a lot that follow the need while nothing is decided. */
function factsOf(need: NeedBody, lotId: string) {
  const part = need.lots.find(({ id }) => id === lotId);
  return {
    needVersion: need.version,
    needTitle: need.title,
    organisationName: need.organisationName,
    district: need.place.district,
    subdistrict: need.place.subdistrict,
    title: part?.title ?? '',
    components: part?.components ?? [],
    mode: need.mode,
    terms: need.terms ?? light,
    responsesDueAt: need.responsesDueAt === null ? null : new Date(need.responsesDueAt),
  };
}

/**
 * Opens, changes, closes and opens again the lots of a need as its events tell. A new publication is told by its
 * instant, so that events that come late or out of order open nothing twice.
 */
export const followNeed = (deps: {
  readonly clock: Clock;
  readonly copies: CopiesRepository;
  readonly lots: LotRepository;
  readonly store: StoreLot;
  readonly onEnded: OnLotEnded;
}) => {
  const { clock, copies, lots, store } = deps;

  async function begin(ctx: TransactionContext, need: NeedBody, lotId: string, published: Date): Promise<void> {
    const state = need.state === 'responding' ? 'open' : 'upcoming';
    const now = clock.now();
    await store(
      ctx,
      null,
      {
        ...factsOf(need, lotId),
        id: lotId,
        version: 0,
        needId: need.id,
        organisationId: need.organisationId,
        state,
        attempt: 1,
        publishedAt: published,
        openedAt: null,
        responseCount: 0,
        award: null,
        agreementId: null,
        because: null,
        demo: need.demo,
        createdAt: now,
        updatedAt: now,
      },
      [{ action: state === 'open' ? 'lot.opened' : 'lot.announced', from: null, to: state }],
    );
  }

  async function keepUp(ctx: TransactionContext, need: NeedBody, lot: Lot, published: Date): Promise<void> {
    const facts = factsOf(need, lot.id);
    const anew = published > lot.publishedAt;
    const steps: LotStep[] = [];
    let after: Lot = { ...lot, ...facts, publishedAt: anew ? published : lot.publishedAt };
    if (lot.state === 'upcoming' && need.state === 'responding') {
      after = { ...after, state: nextLotState(lot.state, 'open') };
      steps.push({ action: 'lot.opened', from: lot.state, to: after.state });
    } else if (anew && ['failed', 'given_back', 'closed'].includes(lot.state)) {
      await deps.onEnded(ctx, lot);
      const state = nextLotState(lot.state, need.state === 'responding' ? 'reopen' : 'await');
      after = {
        ...after,
        state,
        attempt: lot.attempt + 1,
        openedAt: null,
        responseCount: 0,
        award: null,
        agreementId: null,
        because: null,
      };
      steps.push({ action: 'lot.reopened', from: lot.state, to: state, data: { attempt: after.attempt } });
    } else if (lot.state !== 'upcoming' && lot.state !== 'open') {
      // From the deadline on the terms stand; only the names follow.
      const { needTitle, organisationName } = facts;
      if (needTitle === lot.needTitle && organisationName === lot.organisationName) return;
      after = { ...lot, needTitle, organisationName };
    }
    await store(ctx, lot, after, steps);
  }

  /** A change sent the need back to screening: what is in stays, nothing new is taken until it is published again. */
  async function pause(ctx: TransactionContext, lot: Lot): Promise<void> {
    if (lot.state !== 'open') return;
    const state = nextLotState(lot.state, 'pause');
    await store(ctx, lot, { ...lot, state }, [{ action: 'lot.paused', from: lot.state, to: state }]);
  }

  async function close(ctx: TransactionContext, lot: Lot, because: { zh: string; en: string }): Promise<void> {
    const state = nextLotState(lot.state, 'close');
    const closed = await store(ctx, lot, { ...lot, state, because }, [
      { action: 'lot.closed', from: lot.state, to: state, reason: because.zh },
    ]);
    await deps.onEnded(ctx, closed);
  }

  return async (ctx: TransactionContext, { type, data: need, sequence }: EventEnvelope<NeedBody>): Promise<void> => {
    const hidden = type === 'need.drafted.v1' || unseen.includes(need.state);
    if (hidden && need.publishedAt === null) return;
    if (!(await copies.putNeed(ctx, need, sequence, hidden))) return;
    const held = await lots.lockOfNeed(ctx, need.id);
    const because = gone[need.state];
    if (because) {
      const ending = need.state === 'returned' ? goesOn : mayEnd;
      for (const lot of held) if (ending.includes(lot.state)) await close(ctx, lot, because);
      return;
    }
    if (need.state === 'submitted') {
      for (const lot of held) await pause(ctx, lot);
      return;
    }
    if ((need.state !== 'published' && need.state !== 'responding') || need.publishedAt === null) return;
    const published = new Date(need.publishedAt);
    for (const { id } of need.lots) {
      const lot = held.find((each) => each.id === id);
      if (lot) await keepUp(ctx, need, lot, published);
      else await begin(ctx, need, id, published);
    }
    for (const lot of held)
      if (mayEnd.includes(lot.state) && !need.lots.some(({ id }) => id === lot.id)) await close(ctx, lot, withdrawn);
  };
};
