import { needLifecycle } from './need-lifecycle';

test('every state is reached, and the ends are the ends', () => {
  expect(needLifecycle.unreachable).toEqual([]);
  expect(needLifecycle.ends).toEqual(['completed']);
});

test('a need is withdrawn before its award and not after', () => {
  const { from } = needLifecycle.transitions.withdraw;
  expect(from).not.toContain('awarded');
  expect(from).toEqual(expect.arrayContaining(['draft', 'submitted', 'published', 'responding', 'deciding']));
  expect(needLifecycle.next('awarded', 'withdraw').ok).toBe(false);
});

test('a returned need is submitted again, a failed one too, a withdrawn one never', () => {
  expect(needLifecycle.next('returned', 'submit')).toMatchObject({ ok: true, value: 'submitted' });
  expect(needLifecycle.next('failed', 'submit')).toMatchObject({ ok: true, value: 'submitted' });
  expect(needLifecycle.allowed('withdrawn')).toEqual(['awardStood']);
});

test('an upheld objection leads back to deciding, a terminated agreement back to the owner', () => {
  expect(needLifecycle.next('awarded', 'decideAgain')).toMatchObject({ value: 'deciding' });
  expect(needLifecycle.next('in_delivery', 'giveBack')).toMatchObject({ value: 'returned' });
});
