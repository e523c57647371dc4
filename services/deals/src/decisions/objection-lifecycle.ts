import { objectionStates, type ObjectionBody } from '@duijie/contracts';
import { defineStateMachine } from '@duijie/domain-kit';
import { Conflict } from '@duijie/service-kit';

/** Life of an objection. One that is formal from the first goes through `formalise` at once. */
export const objectionLifecycle = defineStateMachine({
  states: objectionStates,
  initial: 'asked',
  transitions: {
    answer: { from: ['asked'], to: 'answered' },
    formalise: { from: ['asked', 'answered'], to: 'formal' },
    uphold: { from: ['formal'], to: 'upheld' },
    dismiss: { from: ['formal'], to: 'dismissed' },
    withdraw: { from: ['asked', 'answered', 'formal'], to: 'withdrawn' },
    /** The result takes effect: what was never formal is over. */
    lapse: { from: ['asked', 'answered'], to: 'withdrawn' },
  },
});
export type ObjectionTransition = keyof typeof objectionLifecycle.transitions;

const words: Readonly<Record<ObjectionBody['state'], { readonly zh: string; readonly en: string }>> = {
  asked: { zh: '待答复', en: 'not answered yet' },
  answered: { zh: '已答复', en: 'answered' },
  formal: { zh: '正式异议，待裁定', en: 'formal and to be decided' },
  upheld: { zh: '异议成立', en: 'upheld' },
  dismissed: { zh: '异议不成立', en: 'dismissed' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
};

/** The objection's state does not allow what was asked. */
export const wrongObjectionState = (state: ObjectionBody['state']): Conflict =>
  new Conflict('objection.wrong-state', {
    zh: `异议当前为“${words[state].zh}”，不能这样做`,
    en: `The objection is ${words[state].en}, which does not allow this`,
  });

/** @throws Conflict `objection.wrong-state` with the state in words */
export function nextObjectionState(
  state: ObjectionBody['state'],
  transition: ObjectionTransition,
): ObjectionBody['state'] {
  const next = objectionLifecycle.next(state, transition);
  if (next.ok) return next.value;
  throw wrongObjectionState(state);
}
