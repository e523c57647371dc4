import { defineStateMachine } from '@duijie/domain-kit';

/** Life of a tie between two organisations. */
export const affiliationLifecycle = defineStateMachine({
  states: ['proposed', 'confirmed', 'declined', 'ended'],
  initial: 'proposed',
  transitions: {
    confirm: { from: ['proposed'], to: 'confirmed' },
    decline: { from: ['proposed'], to: 'declined' },
    end: { from: ['proposed', 'confirmed'], to: 'ended' },
  },
});
export type AffiliationStep = keyof (typeof affiliationLifecycle)['transitions'];
