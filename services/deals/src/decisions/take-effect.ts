import { serviceContext, type Logger, type TransactionContext } from '@duijie/service-kit';
import { awardBodyOf } from './award';
import { nextAwardState } from './award-lifecycle';
import type { DecisionDeps } from './decision-deps';
import { storeObjection } from './store-objection';

const noticeOver = '公示期已结束';

/**
 * Lets awards take effect whose notice is over and to which no formal objection is open; questions to them are over, too.
 * One that cannot is told and tried again, and keeps no other one waiting.
 * @returns how many
 */
export const takeEffect = (deps: DecisionDeps & { readonly log: Logger }) => async (): Promise<number> => {
  const { awards, clock, database, log } = deps;
  let count = 0;
  for (const due of await awards.dueToTakeEffect(clock.now(), 100)) {
    try {
      if (await database.run(serviceContext('deals'), (ctx) => tookEffect(deps, ctx, due))) count += 1;
    } catch (error) {
      log.error({ err: error, awardId: due.id }, 'an award could not take effect; it will be tried again');
    }
  }
  return count;
};

/** @returns whether it was still due when its lot was locked */
async function tookEffect(
  deps: DecisionDeps,
  ctx: TransactionContext,
  due: { readonly id: string; readonly lotId: string },
): Promise<boolean> {
  const { audit, awards, clock, lots, objections, storeLot } = deps;
  const lot = await lots.lock(ctx, due.lotId);
  const award = await awards.lock(ctx, due.id);
  const now = clock.now();
  if (!lot || award?.state !== 'notice' || award.noticeUntil === null || award.noticeUntil > now) return false;
  const state = nextAwardState(award.state, 'takeEffect');
  const after = await awards.update(ctx, award, { ...award, state, effectiveAt: now });
  await audit.record(ctx, {
    action: 'award.took-effect',
    aggregate: { type: 'award', id: award.id },
    from: award.state,
    to: state,
  });
  for (const question of await objections.lockRunning(ctx, award.id)) {
    const over = { ...question, decision: noticeOver, decidedAt: now };
    await storeObjection(deps)(ctx, question, over, 'lapse', 'objection.lapsed', noticeOver);
  }
  await storeLot(ctx, lot, { ...lot, award: awardBodyOf(after) }, [
    { action: 'lot.award-took-effect', data: { awardId: award.id } },
  ]);
  return true;
}
