import type { IntroductionView } from '@duijie/contracts';
import { actingForOf, Conflict, NotAllowed, personOf, type Context } from '@duijie/service-kit';
import { examineConflicts } from './examine-conflicts';
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
      const { organisationId, organisationName } = actingForOf(inner);
      const { findings, posterId, providerId } = one;
      if (organisationId === posterId)
        throw new NotAllowed({
          reason: 'introduction.concerned',
          detail: { zh: '由其他机构核定', en: 'Another body than the poster decides' },
        });
      requireOtherBroker(organisationId, [{ organisationId: providerId, findings }]);
      const decided = { reason, at: now.toISOString(), by: name, personId, organisationName };
      if (decision === 'refuse') {
        const state = nextIntroductionState(one.state, 'withdraw');
        const row = { ...one, state, clearance: 'refused' as const, decision: decided, askedAt: null };
        return presentIntroduction(await store(inner, one, row, 'refused', reason), 'staff');
      }
      const need = await requireOpenNeed(deps.copies, inner, one.needId);
      const examined = await examine(inner, need, [one.providerId]);
      requireOtherBroker(organisationId, examined);
      requireClearance(examined, () => true);
      const wall = { clearance: 'cleared' as const, findings: examined[0]?.findings ?? [], decision: decided };
      if (one.askedAt === null)
        return presentIntroduction(await store(inner, one, { ...one, ...wall }, 'cleared', reason), 'staff');
      const state = nextIntroductionState(one.state, 'introduce');
      const row = { ...one, ...wall, state, askedAt: null, introducedAt: now };
      return presentIntroduction(await store(inner, one, row, 'introduced', reason), 'staff');
    });
};
