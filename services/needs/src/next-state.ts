import type { NeedState } from '@duijie/contracts';
import { needStates as stateWords } from '@duijie/domain-kit';
import { Conflict } from '@duijie/service-kit';
import { needLifecycle, type NeedTransition } from './need-lifecycle';

/** @returns the state that `transition` leads to @throws Conflict `need.wrong-state` with the state in words */
export function nextState(state: NeedState, transition: NeedTransition): NeedState {
  const next = needLifecycle.next(state, transition);
  if (next.ok) return next.value;
  throw wrongState(state);
}

/** The need's state does not allow what was asked. */
export const wrongState = (state: NeedState): Conflict =>
  new Conflict('need.wrong-state', {
    zh: `需求当前状态为“${stateWords[state].zh}”，不能这样做`,
    en: `The need is in state "${stateWords[state].en}", which does not allow this`,
  });

/** @throws Conflict `need.wrong-state` unless `state` is one of `allowed` */
export function requireState(state: NeedState, allowed: readonly NeedState[]): void {
  if (!allowed.includes(state)) throw wrongState(state);
}
