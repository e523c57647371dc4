import { defineStateMachine } from '@duijie/domain-kit';

/** Life of an organisation's verification. */
export const verificationLifecycle = defineStateMachine({
  states: ['pending', 'verified', 'rejected', 'suspended'],
  initial: 'pending',
  transitions: {
    verify: { from: ['pending', 'rejected'], to: 'verified' },
    reject: { from: ['pending'], to: 'rejected' },
    resubmit: { from: ['rejected'], to: 'pending' },
    suspend: { from: ['verified'], to: 'suspended' },
    reinstate: { from: ['suspended'], to: 'verified' },
  },
});
export type VerificationStep = keyof (typeof verificationLifecycle)['transitions'];
