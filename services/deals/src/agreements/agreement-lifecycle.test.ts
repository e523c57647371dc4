import { agreementLifecycle } from './agreement-lifecycle';
import { milestoneLifecycle } from './milestone-lifecycle';
import { nextAgreementState, nextMilestoneState } from './next-agreement-state';

test('an agreement ends completed, terminated or cancelled, and every state is reached', () => {
  expect(agreementLifecycle.ends).toEqual(['completed', 'terminated', 'cancelled']);
  expect(agreementLifecycle.unreachable).toEqual([]);
});

test('what is signed can only be completed or terminated', () => {
  expect(agreementLifecycle.allowed('signed')).toEqual(['complete', 'terminate']);
  expect(() => nextAgreementState('signed', 'cancel')).toThrow('signed and in delivery');
});

test('a milestone is accepted by nothing but an acceptance of a delivery', () => {
  const into = Object.entries(milestoneLifecycle.transitions).filter(([, { to }]) => to === 'accepted');
  expect(into).toEqual([['accept', { from: ['delivered'], to: 'accepted' }]]);
  expect(milestoneLifecycle.ends).toEqual(['accepted']);
  expect(() => nextMilestoneState('planned', 'accept')).toThrow('Planned');
  expect(nextMilestoneState('sent_back', 'deliver')).toBe('delivered');
});
