import type { BareRanked } from '@duijie/match-engine';
import { listDifference, staysDismissed, type StoredPair, type WantedList } from './list-difference';

const ranked = (packageId: string, score: number): BareRanked => ({
  packageId,
  providerId: `provider-${packageId}`,
  score,
  points: [score, 0],
});
const list = (needSequence: number, ...pairs: readonly BareRanked[]): WantedList => ({
  needSequence,
  ranked: pairs,
  weightsVersion: 'w1',
  packageSequences: Object.fromEntries(pairs.map(({ packageId }) => [packageId, 1])),
});
/** The pairs that a first matching would store. */
const stored = (wanted: WantedList): readonly StoredPair[] => listDifference([], wanted, new Set()).added;
const ids = (pairs: readonly { packageId: string }[]): string[] => pairs.map(({ packageId }) => packageId);
const before = list(1, ranked('a', 900), ranked('b', 800), ranked('c', 700));

test('a first list is all new, in its order', () => {
  const difference = listDifference([], before, new Set());
  expect(difference.added.map(({ packageId, place }) => [packageId, place])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ]);
  expect([difference.changed, difference.removed]).toEqual([[], []]);
});

test('the same list again writes nothing', () => {
  expect(listDifference(stored(before), before, new Set())).toEqual({ added: [], changed: [], removed: [] });
});

test('a newcomer pushes only those below it, and what falls out is removed', () => {
  const after = list(1, ranked('a', 900), ranked('n', 850), ranked('b', 800));
  const difference = listDifference(stored(before), after, new Set());
  expect(ids(difference.added)).toEqual(['n']);
  expect(difference.changed.map(({ after: pair }) => [pair.packageId, pair.place])).toEqual([['b', 3]]);
  expect(difference.changed[0]).toMatchObject({ returned: false, renewed: false });
  expect(ids(difference.removed)).toEqual(['c']);
});

test('a newer need renews every pair', () => {
  const difference = listDifference(stored(before), { ...before, needSequence: 2 }, new Set());
  expect(difference.changed).toHaveLength(3);
  expect(difference.changed.every(({ renewed, returned }) => renewed && !returned)).toBe(true);
});

test('a dismissal that holds is left alone and takes no place', () => {
  const pairs = stored(before).map((pair) =>
    pair.packageId === 'a' ? { ...pair, state: 'dismissed' as const } : pair,
  );
  const difference = listDifference(pairs, before, new Set(['a']));
  expect(difference.removed).toEqual([]);
  expect(difference.changed.map(({ after }) => [after.packageId, after.place])).toEqual([
    ['b', 1],
    ['c', 2],
  ]);
});

test('a dismissal that no longer holds comes back, or goes when the pair does not fit any more', () => {
  const pairs = stored(before).map((pair) => ({ ...pair, state: 'dismissed' as const }));
  const difference = listDifference(pairs, list(2, ranked('a', 900)), new Set());
  expect(difference.changed).toHaveLength(1);
  expect(difference.changed[0]).toMatchObject({ returned: true, after: { packageId: 'a', state: 'suggested' } });
  expect(ids(difference.removed)).toEqual(['b', 'c']);
});

test('a dismissal holds until need or package has a newer state', () => {
  const [pair] = stored(before).map((one) => ({ ...one, state: 'dismissed' as const }));
  if (!pair) throw new Error('no pair');
  expect(staysDismissed(pair, 1, 1)).toBe(true);
  expect(staysDismissed(pair, 2, 1)).toBe(false);
  expect(staysDismissed(pair, 1, 2)).toBe(false);
  expect(staysDismissed({ ...pair, state: 'suggested' }, 1, 1)).toBe(false);
});
