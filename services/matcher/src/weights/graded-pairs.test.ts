import type { PairStep } from '../pair-progress';
import { gradedPairs } from './graded-pairs';

const step = (packageId: string, stage: PairStep['stage']): PairStep => ({
  kind: 'introduction',
  sourceId: packageId,
  sequence: 1,
  needId: 'n',
  lotId: null,
  attempt: 0,
  organisationId: `of-${packageId}`,
  packageId,
  stage,
});
const listed = (packageId: string, place: number, dismissed = false) => ({
  packageId,
  providerId: `of-${packageId}`,
  dismissed,
  place,
});

test('deeds are graded, what was passed over counts as not wanted, what nobody looked at as unknown', () => {
  const pairs = gradedPairs(
    [listed('over', 1), listed('won', 2), listed('below', 3), listed('away', 4, true)],
    [step('won', 'awarded'), step('unlisted', 'introduced'), step('unlisted', 'introduced')],
  );
  expect(pairs).toEqual([
    { packageId: 'over', grade: 0, progress: null },
    { packageId: 'won', grade: 3, progress: 'awarded' },
    { packageId: 'away', grade: 0, progress: null },
    { packageId: 'unlisted', grade: 1, progress: 'introduced' },
  ]);
});

test('where nobody came forward nothing was passed over', () => {
  expect(gradedPairs([listed('a', 1), listed('b', 2)], [step('b', 'introduced')])).toEqual([
    { packageId: 'b', grade: 1, progress: 'introduced' },
  ]);
});
