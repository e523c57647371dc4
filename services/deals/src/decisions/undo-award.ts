import type { TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { nextLotState } from '../lots/next-lot-state';
import { nextResponseState } from '../responses/next-response-state';
import type { ResponseTransition } from '../responses/response-lifecycle';
import type { Award } from './award';
import { nextAwardState } from './award-lifecycle';
import type { DecisionDeps } from './decision-deps';
import { storeObjection } from './store-objection';

/** What becomes of the winner's response: it steps back, may not be chosen again, or may. */
export type WinnerThen = Extract<ResponseTransition, 'stepBack' | 'disqualify' | 'reconsider'>;
const winnerAction = {
  stepBack: 'response.stepped-back',
  disqualify: 'response.disqualified',
  reconsider: 'response.reopened',
} as const satisfies Record<WinnerThen, string>;

/**
 * Takes an award back before its agreement is signed: the lot is decided again among all whom the award turned away,
 * the capacity is free, and whatever ran against this result has found its end. The lot is locked.
 * @returns the lot as it stands now
 */
export const undoAward =
  (deps: DecisionDeps) =>
  async (
    ctx: TransactionContext,
    lot: Lot,
    award: Award,
    { because, winner, upheld }: { readonly because: string; readonly winner: WinnerThen; readonly upheld: boolean },
  ): Promise<Lot> => {
    const { awards, audit, capacity, clock, objections, responses, storeLot, storeResponse } = deps;
    const now = clock.now();
    const all = await responses.lockOfLot(ctx, lot.id, award.attempt);
    const turnedAway = new Set(award.ranking.map(({ responseId }) => responseId));
    const state = nextLotState(lot.state, 'decideAgain');
    const after: Lot = { ...lot, state, award: null, agreementId: null };
    for (const one of all) {
      const won = one.id === award.responseId;
      if (!won && !(one.state === 'rejected' && turnedAway.has(one.id))) continue;
      const transition = won ? winner : 'reconsider';
      const next = nextResponseState(one.state, transition);
      await storeResponse(
        ctx,
        after,
        one,
        { ...one, state: next, because: won && winner !== 'reconsider' ? { zh: because, en: because } : null },
        [{ action: winnerAction[transition], from: one.state, to: next, reason: won ? because : null }],
      );
    }
    const fallen = nextAwardState(award.state, 'cancel');
    await awards.update(ctx, award, { ...award, state: fallen, endedAt: now, cancelledBecause: because });
    await audit.record(ctx, {
      action: 'award.cancelled',
      aggregate: { type: 'award', id: award.id },
      from: award.state,
      to: fallen,
      reason: because,
    });
    for (const objection of await objections.lockRunning(ctx, award.id)) {
      const end = upheld && objection.state === 'formal' ? 'uphold' : 'withdraw';
      await storeObjection(deps)(
        ctx,
        objection,
        { ...objection, decision: '结果已取消', decidedAt: now },
        end,
        'objection.ended-with-award',
      );
    }
    await deps.onAwardCancelled(ctx, award.id, because);
    const stored = await storeLot(ctx, lot, after, [
      { action: 'lot.decided-again', from: lot.state, to: state, reason: because, data: { awardId: award.id } },
    ]);
    await capacity.freeCapacity(ctx, award.id);
    return stored;
  };
