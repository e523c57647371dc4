import { ValidationFailed, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import { listingOf, type Need } from './need';
import type { NeedTransition } from './need-lifecycle';
import { lockedNeed } from './need-reach';
import { nextState } from './next-state';
import type { CopiesRepository } from './persistence/copies.repository';
import type { NeedRepository } from './persistence/need.repository';
import { requireNothingAwarded } from './progress/decided-lots';
import type { LotProgressRepository } from './progress/persistence/lot-progress.repository';
import type { NeedStep, StoreNeed } from './store-need';

export interface CloseDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly copies: CopiesRepository;
  readonly progress: LotProgressRepository;
  readonly store: StoreNeed;
}

/** A need that ends here: nothing waits for it any longer, and what was hidden stays hidden. */
export function closed(
  before: Need,
  transition: NeedTransition,
  facts: Partial<Need>,
  step: Pick<NeedStep, 'action' | 'reason' | 'data'>,
): { readonly need: Need; readonly steps: readonly NeedStep[] } {
  const state = nextState(before.state, transition);
  return {
    need: { ...before, ...facts, state, screening: null, opensAt: null, endedHidden: listingOf(before) === 'hidden' },
    steps: [{ ...step, from: before.state, to: state }],
  };
}

/** The poster withdraws its need; nothing is deleted. */
export const withdrawNeed =
  ({ database, needs, progress, store }: CloseDeps) =>
  (ctx: Context, needId: string, ifMatch: number, reason: string): Promise<Need> =>
    database.run(ctx, async (inner) => {
      const before = await lockedNeed(needs, inner, needId, ifMatch);
      requireNothingAwarded(await progress.ofNeed(inner, needId));
      const { need, steps } = closed(
        before,
        'withdraw',
        { withdrawnBecause: reason },
        { action: 'need.withdrawn', reason },
      );
      return store(inner, before, need, steps);
    });

/** A need turns out to be another one, which stands for both. */
export const markDuplicate =
  ({ database, needs, progress, store }: CloseDeps) =>
  (
    ctx: Context,
    needId: string,
    ifMatch: number,
    { duplicateOf, reason }: { readonly duplicateOf: string; readonly reason?: string | undefined },
  ): Promise<Need> =>
    database.run(ctx, async (inner) => {
      const before = await lockedNeed(needs, inner, needId, ifMatch);
      requireNothingAwarded(await progress.ofNeed(inner, needId));
      const other = duplicateOf === needId ? null : await needs.find(inner, duplicateOf);
      if (!other || listingOf(other) === 'hidden')
        throw new ValidationFailed([
          { pointer: '/duplicateOf', detail: { zh: '没有这个已发布的需求', en: 'There is no such published need' } },
        ]);
      const { need, steps } = closed(
        before,
        'markDuplicate',
        { duplicateOf, closing: { reason: reason ?? null, duplicateTitle: other.title } },
        { action: 'need.marked-duplicate', reason: reason ?? null, data: { duplicateOf } },
      );
      return store(inner, before, need, steps);
    });

async function refereeOf(
  copies: CopiesRepository,
  ctx: TransactionContext,
  { organisationId, name }: { readonly organisationId?: string | undefined; readonly name?: string | undefined },
): Promise<NonNullable<Need['referredTo']>> {
  if (organisationId === undefined) {
    if (name !== undefined) return { organisationId: null, name };
    throw new ValidationFailed([
      { pointer: '/name', detail: { zh: '请说明转给谁', en: 'Say to whom it is referred' } },
    ]);
  }
  const known = await copies.organisation(ctx, organisationId);
  if (known) return { organisationId, name: known.name };
  throw new ValidationFailed([
    { pointer: '/organisationId', detail: { zh: '没有这个机构', en: 'There is no such organisation' } },
  ]);
}

/** Another body takes a need on. */
export const referNeed =
  ({ database, needs, copies, progress, store }: CloseDeps) =>
  (
    ctx: Context,
    needId: string,
    ifMatch: number,
    to: { readonly organisationId?: string | undefined; readonly name?: string | undefined; readonly reason: string },
  ): Promise<Need> =>
    database.run(ctx, async (inner) => {
      const before = await lockedNeed(needs, inner, needId, ifMatch);
      requireNothingAwarded(await progress.ofNeed(inner, needId));
      const referredTo = await refereeOf(copies, inner, to);
      const { need, steps } = closed(
        before,
        'refer',
        { referredTo, closing: { reason: to.reason, duplicateTitle: null } },
        { action: 'need.referred', reason: to.reason, data: referredTo },
      );
      return store(inner, before, need, steps);
    });
