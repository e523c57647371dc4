import { affiliationLifecycle } from './affiliation-lifecycle';
import { verificationLifecycle } from './verification-lifecycle';

const table = <S extends string, N extends string>(machine: {
  states: readonly S[];
  allowed(state: S): readonly N[];
}) => Object.fromEntries(machine.states.map((state) => [state, machine.allowed(state)]));

test('verification goes these ways and no others', () => {
  expect(table(verificationLifecycle)).toEqual({
    pending: ['verify', 'reject'],
    verified: ['suspend'],
    rejected: ['verify', 'resubmit'],
    suspended: ['reinstate'],
  });
  expect(verificationLifecycle.unreachable).toEqual([]);
});

test('affiliations go these ways and no others', () => {
  expect(table(affiliationLifecycle)).toEqual({
    proposed: ['confirm', 'decline', 'end'],
    confirmed: ['end'],
    declined: [],
    ended: [],
  });
  expect(affiliationLifecycle.unreachable).toEqual([]);
});
