import { dayOf, type Clock } from '@duijie/domain-kit';
import { actingForOf, Conflict, NotAllowed, type Context, type Database } from '@duijie/service-kit';
import { lookedAt } from './looked-at';
import type { Need } from './need';
import { lockedNeed } from './need-reach';
import { nextState, requireState } from './next-state';
import type { CopiesRepository } from './persistence/copies.repository';
import type { NeedRepository } from './persistence/need.repository';
import { requireNothingAwarded } from './progress/decided-lots';
import { caughtUp } from './progress/caught-up';
import type { LotProgressRepository } from './progress/persistence/lot-progress.repository';
import { posterVerified } from './poster-standing';
import { publishNeed } from './publish-need';
import { requirePublishable } from './publishing-gate';
import type { Reference } from './reference';
import { requireScreener, whoScreens } from './rules/who-screens';
import type { StoreNeed } from './store-need';

export interface ScreenDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly copies: CopiesRepository;
  readonly progress: LotProgressRepository;
  readonly reference: Reference;
  readonly store: StoreNeed;
  readonly clock: Clock;
}

/** @throws NotAllowed when a need is looked at by its own organisation */
function requireOther(ctx: Context, need: Need): void {
  if (actingForOf(ctx).organisationId === need.organisationId)
    throw new NotAllowed({
      reason: 'need.own',
      detail: { zh: '不能审核本机构的需求', en: 'Nobody screens a need of their own organisation' },
    });
}

/** Publishes a need after screening; who screened it stands behind its conflict wall. */
export const approveNeed =
  (deps: ScreenDeps) =>
  (ctx: Context, needId: string, ifMatch: number): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      requireOther(ctx, before);
      requireState(before.state, ['submitted']);
      await posterVerified(deps.copies, inner, before.organisationId);
      const now = deps.clock.now();
      const on = dayOf(now);
      const book = await deps.reference.book(inner);
      requireScreener(actingForOf(ctx), whoScreens(book.screening, { district: before.place.district, on }));
      requirePublishable(before, book, on);
      const published = publishNeed(before, book, { on, now, screening: null });
      const { need, steps } = await caughtUp(deps.progress, inner, published);
      return deps.store(inner, before, lookedAt(ctx, need), steps);
    });

/** Confirms a need that was published without screening; who checked it stands behind its conflict wall. */
export const checkNeed =
  (deps: ScreenDeps) =>
  (ctx: Context, needId: string, ifMatch: number): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      requireOther(ctx, before);
      if (before.screening !== 'after')
        throw new Conflict('need.nothing-to-check', { zh: '没有待核对的内容', en: 'Nothing waits to be checked' });
      return deps.store(inner, before, lookedAt(ctx, before), [{ action: 'need.checked' }]);
    });

/** Gives a need back to its poster with reasons; a published one is no longer public. */
export const returnNeed =
  (deps: ScreenDeps) =>
  (ctx: Context, needId: string, ifMatch: number, reason: string): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      requireOther(ctx, before);
      requireNothingAwarded(await deps.progress.ofNeed(inner, needId));
      const state = nextState(before.state, 'return');
      if (before.state === 'submitted') {
        const scope = { district: before.place.district, on: dayOf(deps.clock.now()) };
        requireScreener(actingForOf(ctx), whoScreens((await deps.reference.book(inner)).screening, scope));
      }
      const after: Need = {
        ...before,
        state,
        screening: null,
        screenedFen: null,
        opensAt: null,
        responsesDueAt: null,
        returnedBecause: reason,
      };
      return deps.store(inner, before, after, [{ action: 'need.returned', from: before.state, to: state, reason }]);
    });
