import type { IntroductionView } from '@duijie/contracts';
import { Conflict, personOf, type Context } from '@duijie/service-kit';
import { examineConflicts } from './examine-conflicts';
import { introducerOf } from './introducer-of';
import type { IntroductionDeps } from './introduction-deps';
import { nextIntroductionState } from './introduction-lifecycle';
import { presentIntroduction } from './present-introduction';
import { lockIntroduction } from './reach-introduction';
import { requireClearance, requireOtherBroker } from './require-clearance';
import { requireOpenNeed } from './require-open-need';
import { storeIntroduction } from './store-introduction';

/** A broker's recorded decision on a flag: `clear` introduces where the poster asked for it, `refuse` withdraws. */
export const decideConflict = (deps: IntroductionDeps) => {
  const lock = lockIntroduction(deps);
  const store = storeIntroduction(deps);
  const examine = examineConflicts(deps);
  return (
    ctx: Context,
    introductionId: string,
    { decision, reason }: { readonly decision: 'clear' | 'refuse'; readonly reason: string },
    ifMatch: number,
  ): Promise<IntroductionView> =>
    deps.database.run(ctx, async (inner) => {
      const { one } = await lock(inner, introductionId, ifMatch);
      if (one.clearance !== 'flagged' || one.live === null)
        throw new Conflict('introduction.not-flagged', { zh: '没有待核定的事项', en: 'Nothing waits for a decision' });
      const now = deps.clock.now();
      const { name, personId } = personOf(inner);
      const { organisationName, brokeringId } = introducerOf(inner, { organisationId: one.posterId });
      requireOtherBroker(brokeringId, [one.providerId]);
      const decided = { reason, at: now.toISOString(), by: name, personId, organisationName };
      if (decision === 'refuse') {
        const state = nextIntroductionState(one.state, 'withdraw');
        const row = { ...one, state, clearance: 'refused' as const, decision: decided, askedAt: null };
        return presentIntroduction(await store(inner, one, row, 'refused', reason), 'staff');
      }
      const need = await requireOpenNeed(deps.copies, inner, one.needId);
      const examined = await examine(inner, need, [one.providerId]);
      requireClearance(examined, () => true);
      const wall = { clearance: 'cleared' as const, findings: examined[0]?.findings ?? [], decision: decided };
      if (one.askedAt === null)
        return presentIntroduction(await store(inner, one, { ...one, ...wall }, 'cleared', reason), 'staff');
      const state = nextIntroductionState(one.state, 'introduce');
      const row = { ...one, ...wall, state, askedAt: null, introducedAt: now };
      return presentIntroduction(await store(inner, one, row, 'introduced', reason), 'staff');
    });
};
