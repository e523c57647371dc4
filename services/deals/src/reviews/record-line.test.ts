import fc from 'fast-check';
import { decayedMean, recordMethod, weightOf, type Rating } from './record-line';
import { recordLines } from './record-lines';

const day = 86_400_000;
const now = new Date('2026-12-01T00:00:00Z');
const ago = (days: number): Date => new Date(now.getTime() - days * day);
const aRating = fc.record({ rating: fc.integer({ min: 1, max: 5 }), at: fc.integer({ min: 0, max: 4000 }).map(ago) });
const ratings = fc.array(aRating, { minLength: 1, maxLength: 60 });
const meanOf = (given: readonly Rating[], at = now): number => decayedMean(given, at) ?? Number.NaN;

test('without ratings there is no mean', () => expect(decayedMean([], now)).toBeNull());

test('a new rating is averaged with five of the prior', () => {
  expect(decayedMean([{ rating: 1, at: now }], now)).toBe(3.67);
  expect(decayedMean([{ rating: 5, at: now }], now)).toBe(4.33);
});

test('a rating counts half after each half-life, and whole when its clock is ahead', () => {
  expect(weightOf(0)).toBe(1);
  expect(weightOf(recordMethod.halfLifeDays * day)).toBe(0.5);
  expect(weightOf(2 * recordMethod.halfLifeDays * day)).toBe(0.25);
  expect(weightOf(-day)).toBe(1);
});

test('the mean lies within 1 and 5, to a hundredth, between the prior and the ratings', () => {
  fc.assert(
    fc.property(ratings, (given) => {
      const mean = meanOf(given);
      const stars = given.map(({ rating }) => rating);
      expect(mean).toBeGreaterThanOrEqual(Math.min(recordMethod.priorMean, ...stars));
      expect(mean).toBeLessThanOrEqual(Math.max(recordMethod.priorMean, ...stars));
      expect(Math.abs(mean * 100 - Math.round(mean * 100))).toBeLessThan(1e-6);
    }),
  );
});

test('a better rating never lowers the mean, and a worse one never raises it', () => {
  fc.assert(
    fc.property(ratings, fc.nat(), fc.integer({ min: 1, max: 5 }), (given, which, other) => {
      const at = which % given.length;
      const changed = given.map((one, i) => (i === at ? { ...one, rating: other } : one));
      const was = given[at]?.rating ?? other;
      expect(Math.sign(meanOf(changed) - meanOf(given)) * Math.sign(other - was)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the mean does not depend on the order of the ratings', () => {
  fc.assert(
    fc.property(ratings, (given) => expect(Math.abs(meanOf(given.toReversed()) - meanOf(given))).toBeLessThan(0.0101)),
  );
});

test('as ratings age the mean comes back to the prior', () => {
  fc.assert(
    fc.property(ratings, fc.integer({ min: 0, max: 40 }), (given, halfLives) => {
      const distance = (age: number): number =>
        Math.abs(
          meanOf(given, new Date(now.getTime() + age * recordMethod.halfLifeDays * day)) - recordMethod.priorMean,
        );
      expect(distance(halfLives + 1)).toBeLessThanOrEqual(distance(halfLives) + 1e-9);
      expect(distance(60)).toBeCloseTo(0, 9);
    }),
  );
});

test('the more ratings there are, the closer the mean to what they say', () => {
  const times = (n: number) => meanOf(Array.from({ length: n }, () => ({ rating: 5, at: now })));
  expect([1, 5, 20, 200].map(times)).toEqual([4.33, 4.6, 4.84, 4.98]);
});

test('lines are one a leaf: ratings count for the leaves that were done, completions beside them', () => {
  const works = [
    { rating: 5, at: now, leaves: ['environment.cleaning'] },
    { rating: 1, at: now, leaves: ['environment.cleaning', 'property.custody'] },
  ];
  expect(
    recordLines(
      works,
      new Map([
        ['property.custody', 2],
        ['elderly.meals', 1],
      ]),
      now,
    ),
  ).toEqual([
    { leaf: 'elderly.meals', ratingMean: null, ratingCount: 0, completed: 1 },
    { leaf: 'environment.cleaning', ratingMean: 3.86, ratingCount: 2, completed: 0 },
    { leaf: 'property.custody', ratingMean: 3.67, ratingCount: 1, completed: 2 },
  ]);
});
