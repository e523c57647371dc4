import { responseStates } from '@duijie/contracts';
import { defineStateMachine } from '@duijie/domain-kit';

/**
 * Life of a response. `open` is the end of the time for responses, sealed or not; where a lot is decided at once,
 * `submitted` ones are chosen from as well. `lapse` ends what is left over when its lot fails, closes, or goes to another.
 */
export const responseLifecycle = defineStateMachine({
  states: responseStates,
  initial: 'draft',
  transitions: {
    submit: { from: ['draft'], to: 'submitted' },
    open: { from: ['submitted'], to: 'opened' },
    shortlist: { from: ['submitted', 'opened'], to: 'shortlisted' },
    award: { from: ['submitted', 'opened', 'shortlisted'], to: 'awarded' },
    /** The winner fell: it, or another, may be chosen anew. */
    reconsider: { from: ['awarded', 'rejected'], to: 'opened' },
    lapse: { from: ['submitted', 'opened', 'shortlisted'], to: 'rejected' },
    disqualify: { from: ['submitted', 'opened', 'shortlisted', 'awarded'], to: 'disqualified' },
    withdraw: { from: ['draft', 'submitted', 'opened', 'shortlisted'], to: 'withdrawn' },
    /** The winner steps back. */
    stepBack: { from: ['awarded'], to: 'withdrawn' },
  },
});
export type ResponseTransition = keyof typeof responseLifecycle.transitions;
