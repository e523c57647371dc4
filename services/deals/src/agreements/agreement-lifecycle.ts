import { agreementStates } from '@duijie/contracts';
import { defineStateMachine } from '@duijie/domain-kit';

/** Life of an agreement. `complete` comes with the last acceptance and in no other way. */
export const agreementLifecycle = defineStateMachine({
  states: agreementStates,
  initial: 'drafted',
  transitions: {
    sign: { from: ['drafted'], to: 'signed' },
    complete: { from: ['signed'], to: 'completed' },
    terminate: { from: ['signed'], to: 'terminated' },
    cancel: { from: ['drafted'], to: 'cancelled' },
  },
});
export type AgreementTransition = keyof typeof agreementLifecycle.transitions;
