import type { IntroductionView } from '@duijie/contracts';
import { NotAllowed, type Context } from '@duijie/service-kit';
import type { IntroductionDeps } from './introduction-deps';
import { nextIntroductionState } from './introduction-lifecycle';
import { presentIntroduction } from './present-introduction';
import { lockIntroduction } from './reach-introduction';
import { storeIntroduction } from './store-introduction';

/** Takes an introduction back: staff any, a poster its own. */
export const withdrawIntroduction = (deps: IntroductionDeps) => {
  const lock = lockIntroduction(deps);
  const store = storeIntroduction(deps);
  return (ctx: Context, introductionId: string, reason: string | null, ifMatch: number): Promise<IntroductionView> =>
    deps.database.run(ctx, async (inner) => {
      const { one, standing } = await lock(inner, introductionId, ifMatch);
      if (!standing.staff && !(standing.poster && one.by === 'poster'))
        throw new NotAllowed({
          reason: 'introduction.not-yours',
          detail: { zh: '由推介人撤回', en: 'Whoever introduced withdraws' },
        });
      const state = nextIntroductionState(one.state, 'withdraw');
      const after = await store(inner, one, { ...one, state, askedAt: null, reason }, 'withdrawn', reason);
      return presentIntroduction(after, standing.audience);
    });
};
