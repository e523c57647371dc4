import type { IntroductionView, MeetingView } from '@duijie/contracts';
import { Conflict, type Context } from '@duijie/service-kit';
import type { IntroductionDeps } from './introduction-deps';
import { requireIntroduced } from './introduction-lifecycle';
import { presentIntroduction } from './present-introduction';
import { lockIntroduction } from './reach-introduction';
import { storeIntroduction } from './store-introduction';

/** Arranges the meeting of an introduction; minutes that were written stay. */
export const setMeeting = (deps: IntroductionDeps) => {
  const lock = lockIntroduction(deps);
  const store = storeIntroduction(deps);
  return (
    ctx: Context,
    introductionId: string,
    meeting: Omit<MeetingView, 'minutes' | 'minutesAt'>,
    ifMatch: number,
  ): Promise<IntroductionView> =>
    deps.database.run(ctx, async (inner) => {
      const { one, standing } = await lock(inner, introductionId, ifMatch);
      requireIntroduced(one.state);
      const { minutes = null, minutesAt = null } = one.meeting ?? {};
      const row = { ...one, meeting: { ...meeting, minutes, minutesAt } };
      return presentIntroduction(await store(inner, one, row, 'meeting'), standing.audience);
    });
};

/** Writes what was said there. @throws Conflict `meeting.none`, `meeting.ahead` */
export const writeMinutes = (deps: IntroductionDeps) => {
  const lock = lockIntroduction(deps);
  const store = storeIntroduction(deps);
  return (ctx: Context, introductionId: string, minutes: string, ifMatch: number): Promise<IntroductionView> =>
    deps.database.run(ctx, async (inner) => {
      const { one, standing } = await lock(inner, introductionId, ifMatch);
      const now = deps.clock.now();
      if (one.meeting === null)
        throw new Conflict('meeting.none', { zh: '还没有约会面', en: 'No meeting is arranged' });
      if (new Date(one.meeting.at) > now)
        throw new Conflict('meeting.ahead', { zh: '会面还没有开始', en: 'The meeting has not begun' });
      const row = { ...one, meeting: { ...one.meeting, minutes, minutesAt: now.toISOString() } };
      return presentIntroduction(await store(inner, one, row, 'minutes'), standing.audience);
    });
};
