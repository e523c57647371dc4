import { lotStates } from '@duijie/contracts';
import { defineStateMachine } from '@duijie/domain-kit';

/** Life of a lot, from the publication of its need to acceptance. `reopen` follows a new publication of the need. */
export const lotLifecycle = defineStateMachine({
  states: lotStates,
  initial: 'upcoming',
  transitions: {
    open: { from: ['upcoming'], to: 'open' },
    /** The need is looked at again before it goes on. */
    pause: { from: ['open'], to: 'upcoming' },
    reopen: { from: ['failed', 'given_back', 'closed'], to: 'open' },
    await: { from: ['failed', 'given_back', 'closed'], to: 'upcoming' },
    decide: { from: ['open'], to: 'deciding' },
    award: { from: ['deciding'], to: 'awarded' },
    decideAgain: { from: ['awarded'], to: 'deciding' },
    deliver: { from: ['awarded'], to: 'in_delivery' },
    complete: { from: ['in_delivery'], to: 'completed' },
    giveBack: { from: ['in_delivery'], to: 'given_back' },
    fail: { from: ['open', 'deciding'], to: 'failed' },
    close: { from: ['upcoming', 'open', 'deciding', 'failed', 'given_back'], to: 'closed' },
  },
});
export type LotTransition = keyof typeof lotLifecycle.transitions;
