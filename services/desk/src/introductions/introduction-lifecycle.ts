import { defineStateMachine } from '@duijie/domain-kit';
import { Conflict } from '@duijie/service-kit';

/** shortlisted → introduced → interested ⇄ declined; withdrawn before an end. */
export const introductionLifecycle = defineStateMachine({
  states: ['shortlisted', 'introduced', 'interested', 'declined', 'withdrawn'],
  initial: 'shortlisted',
  transitions: {
    introduce: { from: ['shortlisted'], to: 'introduced' },
    accept: { from: ['introduced', 'declined'], to: 'interested' },
    decline: { from: ['introduced', 'interested'], to: 'declined' },
    withdraw: { from: ['shortlisted', 'introduced', 'interested'], to: 'withdrawn' },
  },
});
type State = (typeof introductionLifecycle.states)[number];
/** A step in the life of an introduction. */
export type IntroductionTransition = keyof typeof introductionLifecycle.transitions;

const words: Readonly<Record<State, { zh: string; en: string }>> = {
  shortlisted: { zh: '尚未推介', en: 'It is only shortlisted' },
  introduced: { zh: '已经推介', en: 'It is introduced already' },
  interested: { zh: '服务方已表示有意向', en: 'The provider is interested already' },
  declined: { zh: '已婉拒', en: 'It was declined' },
  withdrawn: { zh: '推介已撤回', en: 'It was withdrawn' },
};

/** @returns the state after the step @throws Conflict `introduction.<state>` when it is not possible now */
export function nextIntroductionState(state: State, step: IntroductionTransition): State {
  const result = introductionLifecycle.next(state, step);
  if (result.ok) return result.value;
  throw new Conflict(`introduction.${state}`, words[state]);
}

/** @throws Conflict `introduction.not-open` unless both sides were introduced and neither has ended it */
export function requireIntroduced(state: State): void {
  if (state !== 'introduced' && state !== 'interested') throw new Conflict('introduction.not-open', words[state]);
}
