import { newId } from '@duijie/domain-kit';
import { NotFound, type Context } from '@duijie/service-kit';
import { nextLotState } from '../lots/next-lot-state';
import { noOpenChange, type Agreement } from './agreement';
import type { AgreementDeps } from './agreement-deps';
import { lockedAgreement, lockedWithLots } from './agreement-reach';
import { nextAgreementState, requireAgreementState } from './next-agreement-state';

/**
 * Ends a signed agreement before it is done: the need goes back to its owner, the capacity is free again, what is to be
 * handed over is listed. By either side, or by a broker for both.
 */
export const terminateAgreement =
  (deps: AgreementDeps) =>
  (
    ctx: Context,
    agreementId: string,
    ifMatch: number,
    { reason, handOver }: { readonly reason: string; readonly handOver: readonly string[] },
  ): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, before] = await lockedWithLots(deps, inner, agreementId, ifMatch, ['payer', 'provider', 'broker']);
      const now = deps.clock.now();
      const state = nextAgreementState(before.state, 'terminate');
      await deps.delivery.dropOpenChange(inner, agreementId, now);
      const after = await deps.store(
        inner,
        before,
        {
          ...before,
          state,
          because: reason,
          ...noOpenChange,
          endedAt: now,
          handOver: handOver.map((title) => ({ id: newId(now.getTime()), title, done: false, doneAt: null })),
        },
        { action: 'agreement.terminated', reason, data: { handOver: handOver.length } },
      );
      const lotState = nextLotState(lot.state, 'giveBack');
      const because = { zh: `协议已终止：${reason}`, en: `The agreement was terminated: ${reason}` };
      await deps.storeLot(inner, lot, { ...lot, state: lotState, because }, [
        { action: 'lot.given-back', from: lot.state, to: lotState, reason },
      ]);
      await deps.awards.end(inner, before.awardId);
      await deps.awards.freeCapacity(inner, before.awardId);
      return after;
    });

/** Ticks an item of the hand-over (交接清单), or takes the tick away. */
export const tickHandOver =
  (deps: AgreementDeps) =>
  (ctx: Context, agreementId: string, ifMatch: number, itemId: string, done: boolean): Promise<Agreement> =>
    deps.database.run(ctx, async (inner) => {
      const sides = ['payer', 'provider', 'broker'] as const;
      const [before] = await lockedAgreement(deps.agreements, inner, agreementId, ifMatch, sides);
      requireAgreementState(before.state, ['terminated']);
      const item = before.handOver.find(({ id }) => id === itemId);
      if (!item) throw new NotFound();
      const doneAt = done ? deps.clock.now().toISOString() : null;
      const handOver = before.handOver.map((each) => (each.id === itemId ? { ...each, done, doneAt } : each));
      return deps.store(
        inner,
        before,
        { ...before, handOver },
        { action: done ? 'hand-over.done' : 'hand-over.undone', data: { itemId, title: item.title } },
      );
    });
