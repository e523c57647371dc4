import { createTokenBuckets } from './token-buckets';

let now = 0;
beforeEach(() => {
  now = 0;
});

test('gives what a minute allows at once, then at the pace of the minute', () => {
  const buckets = createTokenBuckets(60, () => now);
  for (let i = 0; i < 60; i += 1) expect(buckets.take('a')).toBe(0);
  expect(buckets.take('a')).toBeCloseTo(1);
  now = 500;
  expect(buckets.take('a')).toBeCloseTo(0.5);
  now = 1000;
  expect(buckets.take('a')).toBe(0);
  expect(buckets.take('a')).toBeCloseTo(1);
});
test('a refusal costs nothing, and rest fills no further than full', () => {
  const buckets = createTokenBuckets(2, () => now);
  buckets.take('a');
  buckets.take('a');
  for (let i = 0; i < 100; i += 1) buckets.take('a');
  now = 3_600_000;
  expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 0]);
  expect(buckets.take('a')).toBeGreaterThan(0);
});
test('one key does not use up another', () => {
  const buckets = createTokenBuckets(1, () => now);
  expect(buckets.take('a')).toBe(0);
  expect(buckets.take('b')).toBe(0);
  expect(buckets.take('a')).toBeGreaterThan(0);
});
test('looking takes nothing', () => {
  const buckets = createTokenBuckets(1, () => now);
  expect([buckets.look('a'), buckets.look('a'), buckets.take('a')]).toEqual([0, 0, 0]);
  expect(buckets.look('a')).toBeGreaterThan(0);
});
test('of too many keys the one unused for longest is forgotten', () => {
  const buckets = createTokenBuckets(1, () => now, 2);
  for (const key of ['a', 'b', 'a', 'c']) buckets.take(key);
  expect(buckets.look('a')).toBeGreaterThan(0);
  expect(buckets.look('b')).toBe(0);
});
