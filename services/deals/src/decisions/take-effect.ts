import { serviceContext } from '@duijie/service-kit';
import { awardBodyOf } from './award';
import { nextAwardState } from './award-lifecycle';
import type { DecisionDeps } from './decision-deps';
import { storeObjection } from './store-objection';

const noticeOver = '公示期已结束';

/**
 * Lets awards take effect whose notice is over and to which no formal objection is open; questions to them are over, too.
 * @returns how many
 */
export const takeEffect = (deps: DecisionDeps) => async (): Promise<number> => {
  const { audit, awards, clock, database, lots, objections, storeLot } = deps;
  const store = storeObjection(deps);
  let count = 0;
  for (const due of await awards.dueToTakeEffect(clock.now(), 100))
    await database.run(serviceContext('deals'), async (ctx) => {
      const lot = await lots.lock(ctx, due.lotId);
      const award = await awards.lock(ctx, due.id);
      const now = clock.now();
      if (!lot || award?.state !== 'notice' || award.noticeUntil === null || award.noticeUntil > now) return;
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
        await store(ctx, question, over, 'lapse', 'objection.lapsed', noticeOver);
      }
      await storeLot(ctx, lot, { ...lot, award: awardBodyOf(after) }, [
        { action: 'lot.award-took-effect', data: { awardId: award.id } },
      ]);
      count += 1;
    });
  return count;
};
