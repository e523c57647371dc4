import { attentionOf, isOverdue, nextMilestoneOf, type Milestone } from './agreement';
import { isLight } from './is-light';

const aMilestone = (facts: Partial<Milestone>): Milestone => ({
  id: 'm',
  title: '节点',
  dueOn: null,
  amountFen: null,
  state: 'planned',
  deliveredAt: null,
  ...facts,
});

test('what is due first comes next, what has no day last, what is accepted never', () => {
  const milestones = [
    aMilestone({ id: 'whenever' }),
    aMilestone({ id: 'done', dueOn: '2026-01-01', state: 'accepted', deliveredAt: new Date(0) }),
    aMilestone({ id: 'march', dueOn: '2026-03-01' }),
    aMilestone({ id: 'february', dueOn: '2026-02-01', state: 'sent_back', deliveredAt: new Date(0) }),
  ];
  expect(nextMilestoneOf({ state: 'signed', milestones })?.milestoneId).toBe('february');
  expect(nextMilestoneOf({ state: 'completed', milestones })).toBeNull();
  expect(nextMilestoneOf({ state: 'signed', milestones: [milestones[1]!] })).toBeNull();
});

test('a delivery waits for the poster, and is late after ten days in China', () => {
  const delivered = aMilestone({ state: 'delivered', deliveredAt: new Date('2026-01-01T16:00:00Z') });
  expect(attentionOf(delivered)).toEqual({ waitsFor: 'poster', attentionOn: '2026-01-12' });
  expect(isOverdue('2026-01-12', new Date('2026-01-12T15:59:59Z'))).toBe(false);
  expect(isOverdue('2026-01-12', new Date('2026-01-12T16:00:00Z'))).toBe(true);
  expect(isOverdue(null, new Date())).toBe(false);
});

test('only without money, in a mode without ceremony, is a tap enough; what was signed elsewhere is only recorded', () => {
  expect(isLight('claim', null, 'none')).toBe(true);
  expect(isLight('direct', 0, 'unknown')).toBe(true);
  expect(isLight('direct', null, 'range')).toBe(false);
  expect(isLight('claim', 1, 'none')).toBe(false);
  expect(isLight('open_call', null, 'none')).toBe(false);
  expect(isLight('emergency', null, 'none')).toBe(false);
  expect(isLight('recorded', 100, 'fixed')).toBe(true);
});
