import type { SearchFoundBody } from '@duijie/contracts';
import { presentNotice } from '../present-notice';
import { noticesOfSearch } from './notices-of-search';

const found: SearchFoundBody = {
  savedSearchId: 'saved',
  personId: 'person',
  organisationId: 'firm',
  name: '武侯电梯',
  alert: 'daily',
  count: 5,
  items: ['一', '二', '三', '四'].map((title) => ({ kind: 'need', id: title, title, where: '武侯区' })),
};

test('whoever saved a search hears alone, once a telling, and is led to the search', () => {
  const [draft, ...more] = noticesOfSearch(found, 7);
  expect(more).toEqual([]);
  expect(draft).toMatchObject({ to: { type: 'person', id: 'person' }, fact: '7' });
  expect(draft?.fact).not.toBe(noticesOfSearch(found, 8)[0]?.fact);
  const now = new Date('2026-12-01T01:00:00Z');
  const view = presentNotice({ ...draft!, id: '1', position: 1, createdAt: now }, false, now);
  expect(view.path).toBe('/discover?saved=saved');
  expect(view.body.zh).toContain('新增 5 条：一；二；三');
  expect(view.body.en).toContain('"武侯电梯": 5 new');
  expect(view.body.zh).not.toContain('四');
});
