import { defineStateMachine } from '@duijie/domain-kit';

/** What people decide about a suggestion here; what follows upon it belongs to the brokers' desk. */
export const pairLifecycle = defineStateMachine({
  states: ['suggested', 'dismissed'],
  initial: 'suggested',
  transitions: {
    dismiss: { from: ['suggested'], to: 'dismissed' },
    restore: { from: ['dismissed'], to: 'suggested' },
  },
});
