import { blankNeed } from './blank-need';
import type { Need } from './need';
import { needEventOf } from './need-event';

const draft = blankNeed('n', { id: 'o', name: '社区' }, new Date(0), false);
const open: Need = { ...draft, state: 'responding', publishedAt: new Date(1) };

test('drafts stay between their owner and the matcher, whatever happens to them', () => {
  expect(needEventOf(null, draft)).toBe('need.drafted.v1');
  expect(needEventOf(draft, { ...draft, state: 'withdrawn' })).toBe('need.drafted.v1');
  const returned: Need = { ...open, state: 'returned' };
  expect(needEventOf(returned, { ...returned, title: '改' })).toBe('need.drafted.v1');
});

test('what was public is told to everybody, its end too', () => {
  expect(needEventOf(draft, open)).toBe('need.published.v1');
  expect(needEventOf(null, open)).toBe('need.published.v1');
  expect(needEventOf(open, { ...open, title: '改' })).toBe('need.changed.v1');
  expect(needEventOf(open, { ...open, state: 'returned' })).toBe('need.changed.v1');
  expect(needEventOf(open, { ...open, state: 'withdrawn' })).toBe('need.changed.v1');
});
