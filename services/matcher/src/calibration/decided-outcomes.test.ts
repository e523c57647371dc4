import type { PastParts } from '../weights/past-parts';
import { decidedOutcomes } from './decided-outcomes';

const pair = (score: number, progress: PastParts['pairs'][number]['progress']) =>
  ({ packageId: String(score), grade: 0, progress, score }) as PastParts['pairs'][number];

test('only pairs that were taken up, of needs that are decided, are outcomes', () => {
  const pairs = [pair(9000, 'awarded'), pair(8000, 'declined'), pair(7000, null)];
  expect(
    decidedOutcomes([
      { needId: 'a', state: 'awarded', pairs },
      { needId: 'b', state: 'responding', pairs },
    ]),
  ).toEqual([
    { score: 9000, success: true },
    { score: 8000, success: false },
  ]);
});
