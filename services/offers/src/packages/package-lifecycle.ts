import { defineStateMachine } from '@duijie/domain-kit';
import { Conflict } from '@duijie/service-kit';

/** draft → published ⇄ suspended → retired. */
export const packageLifecycle = defineStateMachine({
  states: ['draft', 'published', 'suspended', 'retired'],
  initial: 'draft',
  transitions: {
    publish: { from: ['draft'], to: 'published' },
    suspend: { from: ['published'], to: 'suspended' },
    resume: { from: ['suspended'], to: 'published' },
    retire: { from: ['draft', 'published', 'suspended'], to: 'retired' },
  },
});
type State = (typeof packageLifecycle.states)[number];
type Step = keyof typeof packageLifecycle.transitions;

const words: Readonly<Record<State, { zh: string; en: string }>> = {
  draft: { zh: '服务包还是草稿', en: 'The package is a draft' },
  published: { zh: '服务包已上架', en: 'The package is published' },
  suspended: { zh: '服务包已暂停', en: 'The package is suspended' },
  retired: { zh: '服务包已下架', en: 'The package is retired' },
};

/** @returns the state after the step @throws Conflict `package.<state>` when it is not possible now */
export function nextState(state: State, step: Step): State {
  const result = packageLifecycle.next(state, step);
  if (result.ok) return result.value;
  throw new Conflict(`package.${state}`, words[state]);
}

/** @throws Conflict when the package is retired: then nothing about it changes any more */
export function requireAlive(state: State): void {
  if (state === 'retired') throw new Conflict('package.retired', words.retired);
}
