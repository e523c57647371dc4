import { milestoneStates } from '@duijie/contracts';
import { defineStateMachine } from '@duijie/domain-kit';

/** Life of a milestone. Nothing is accepted by silence: only `accept` leads to `accepted`. */
export const milestoneLifecycle = defineStateMachine({
  states: milestoneStates,
  initial: 'planned',
  transitions: {
    deliver: { from: ['planned', 'sent_back'], to: 'delivered' },
    accept: { from: ['delivered'], to: 'accepted' },
    sendBack: { from: ['delivered'], to: 'sent_back' },
  },
});
export type MilestoneTransition = keyof typeof milestoneLifecycle.transitions;
