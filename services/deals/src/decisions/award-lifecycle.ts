import type { AwardState } from '@duijie/contracts';
import { defineStateMachine } from '@duijie/domain-kit';
import { Conflict } from '@duijie/service-kit';

/** Life of an award, of which one without a notice begins as `effective`. */
export const awardLifecycle = defineStateMachine({
  states: ['notice', 'objected', 'effective', 'cancelled'],
  initial: 'notice',
  transitions: {
    object: { from: ['notice', 'objected'], to: 'objected' },
    resume: { from: ['objected'], to: 'notice' },
    takeEffect: { from: ['notice'], to: 'effective' },
    cancel: { from: ['notice', 'objected', 'effective'], to: 'cancelled' },
  },
});

const words: Readonly<Record<AwardState, { readonly zh: string; readonly en: string }>> = {
  notice: { zh: '公示中', en: 'posted for notice' },
  objected: { zh: '异议处理中', en: 'under a formal objection' },
  effective: { zh: '已生效', en: 'in effect' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

/** @throws Conflict `award.wrong-state` with the state in words */
export function nextAwardState(state: AwardState, transition: keyof typeof awardLifecycle.transitions): AwardState {
  const next = awardLifecycle.next(state, transition);
  if (next.ok) return next.value;
  throw new Conflict('award.wrong-state', {
    zh: `结果当前为“${words[state].zh}”，不能这样做`,
    en: `The result is ${words[state].en}, which does not allow this`,
  });
}
