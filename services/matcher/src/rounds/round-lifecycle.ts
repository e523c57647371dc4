import { defineStateMachine } from '@duijie/domain-kit';
import { Conflict } from '@duijie/service-kit';
import type { RoundState } from '@duijie/contracts';

/** A published round is never changed; its needs may take part in another one. */
export const roundLifecycle = defineStateMachine({
  states: ['draft', 'frozen', 'published', 'cancelled'],
  initial: 'draft',
  transitions: {
    edit: { from: ['draft'], to: 'draft' },
    freeze: { from: ['draft'], to: 'frozen' },
    draw: { from: ['frozen'], to: 'frozen' },
    thaw: { from: ['frozen'], to: 'draft' },
    publish: { from: ['frozen'], to: 'published' },
    cancel: { from: ['draft', 'frozen'], to: 'cancelled' },
  },
});
export type RoundTransition = Parameters<typeof roundLifecycle.next>[1];

const words: Readonly<Record<RoundState, { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '轮次还在编辑\uFF0C请先定稿', en: 'The round is still a draft: freeze it first' },
  frozen: { zh: '轮次已定稿\uFF0C修改前请先退回', en: 'The round is frozen: take it back before you change it' },
  published: { zh: '轮次已发布\uFF0C不能再改', en: 'The round is published and does not change' },
  cancelled: { zh: '轮次已取消', en: 'The round is cancelled' },
};

/** @returns the state after the transition @throws Conflict `round.<state>` where it is not possible */
export function nextRoundState(state: RoundState, transition: RoundTransition): RoundState {
  const next = roundLifecycle.next(state, transition);
  if (!next.ok) throw new Conflict(`round.${state}`, words[state]);
  return next.value;
}
