import { dayOf, type Clock } from '@duijie/domain-kit';
import { actingForOf, Conflict, NotAllowed, type Context, type Database } from '@duijie/service-kit';
import { withScreener } from './conflict-wall';
import type { Need } from './need';
import { mostFen } from './need-money';
import { lockedNeed } from './need-reach';
import { nextState, requireState } from './next-state';
import type { NeedRepository } from './persistence/need.repository';
import { publishNeed } from './publish-need';
import { requirePublishable } from './publishing-gate';
import type { Reference } from './reference';
import type { StoreNeed } from './store-need';

export interface ScreenDeps {
  readonly database: Database;
  readonly needs: NeedRepository;
  readonly reference: Reference;
  readonly store: StoreNeed;
  readonly clock: Clock;
}

/** @returns the organisation that looks at a need @throws NotAllowed when it is the need's own */
function screenerOf(ctx: Context, need: Need): ReturnType<typeof actingForOf> {
  const screener = actingForOf(ctx);
  if (screener.organisationId === need.organisationId)
    throw new NotAllowed({
      reason: 'need.own',
      detail: { zh: '不能审核本机构的需求', en: 'Nobody screens a need of their own organisation' },
    });
  return screener;
}

/** Publishes a need after screening; who screened it stands behind its conflict wall. */
export const approveNeed =
  (deps: ScreenDeps) =>
  (ctx: Context, needId: string, ifMatch: number): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      const screener = screenerOf(ctx, before);
      requireState(before.state, ['submitted']);
      const now = deps.clock.now();
      const on = dayOf(now);
      const book = await deps.reference.book(inner);
      requirePublishable(before, book, on);
      const { need, steps } = publishNeed(before, book, { on, now, screening: null });
      const after: Need = {
        ...need,
        screenedFen: mostFen(before.money) ?? 0,
        exclusions: withScreener(before, screener),
      };
      return deps.store(inner, before, after, steps);
    });

/** Confirms a need that was published without screening; who checked it stands behind its conflict wall. */
export const checkNeed =
  (deps: ScreenDeps) =>
  (ctx: Context, needId: string, ifMatch: number): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      const screener = screenerOf(ctx, before);
      if (before.screening !== 'after')
        throw new Conflict('need.nothing-to-check', { zh: '没有待核对的内容', en: 'Nothing waits to be checked' });
      const after: Need = {
        ...before,
        screening: null,
        screenedFen: mostFen(before.money) ?? 0,
        exclusions: withScreener(before, screener),
      };
      return deps.store(inner, before, after, [{ action: 'need.checked' }]);
    });

/** Gives a need back to its poster with reasons; a published one is no longer public. */
export const returnNeed =
  (deps: ScreenDeps) =>
  (ctx: Context, needId: string, ifMatch: number, reason: string): Promise<Need> =>
    deps.database.run(ctx, async (inner) => {
      const before = await lockedNeed(deps.needs, inner, needId, ifMatch);
      screenerOf(ctx, before);
      const state = nextState(before.state, 'return');
      const after: Need = {
        ...before,
        state,
        screening: null,
        opensAt: null,
        responsesDueAt: null,
        returnedBecause: reason,
      };
      return deps.store(inner, before, after, [{ action: 'need.returned', from: before.state, to: state, reason }]);
    });
