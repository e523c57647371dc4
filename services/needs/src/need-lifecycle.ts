import { defineStateMachine } from '@duijie/domain-kit';
import { needStates } from '@duijie/contracts';

/**
 * Life of a need. This service makes the changes up to `responding`, withdrawing and returning; those from `decide` on are
 * made by the deals service and come here by `lot.changed.v1`.
 */
export const needLifecycle = defineStateMachine({
  states: needStates,
  initial: 'draft',
  transitions: {
    submit: { from: ['draft', 'returned', 'failed'], to: 'submitted' },
    publish: { from: ['submitted'], to: 'published' },
    open: { from: ['published'], to: 'responding' },
    return: { from: ['submitted', 'published', 'responding'], to: 'returned' },
    screenAgain: { from: ['published', 'responding', 'failed'], to: 'submitted' },
    withdraw: {
      from: ['draft', 'submitted', 'returned', 'published', 'responding', 'deciding', 'failed'],
      to: 'withdrawn',
    },
    markDuplicate: { from: ['submitted', 'returned', 'published', 'responding'], to: 'duplicate_of' },
    refer: { from: ['submitted', 'returned', 'published', 'responding'], to: 'referred_to' },
    /** Also where a change went to screening that came too late. */
    decide: { from: ['responding', 'submitted'], to: 'deciding' },
    award: { from: ['deciding'], to: 'awarded' },
    decideAgain: { from: ['awarded'], to: 'deciding' },
    deliver: { from: ['awarded'], to: 'in_delivery' },
    complete: { from: ['in_delivery'], to: 'completed' },
    giveBack: { from: ['in_delivery'], to: 'returned' },
    fail: { from: ['responding', 'deciding'], to: 'failed' },
    /** Deals had awarded it before it heard that the need was ended here: from the deadline on its word counts. */
    awardStood: { from: ['returned', 'withdrawn', 'duplicate_of', 'referred_to'], to: 'awarded' },
  },
});
export type NeedTransition = keyof typeof needLifecycle.transitions;

/** States in which the poster may change what a need asks for. */
export const changeableStates = ['draft', 'submitted', 'returned', 'failed', 'published', 'responding'] as const;
