import fc from 'fast-check';
import { combinedRecord } from './combined-record';

const opening = { ratingMean: 4.5, ratingCount: 10, completed: 30 };
const line = (leaf: string, ratingMean: number | null, ratingCount: number, completed: number) => ({
  leaf,
  ratingMean,
  ratingCount,
  completed,
});

test('without a record here the opening balance stands, and the other way round', () => {
  expect(combinedRecord(opening, [], ['a'])).toEqual(opening);
  expect(combinedRecord(null, [line('a', 4, 2, 3)], ['a'])).toEqual({ ratingMean: 4, ratingCount: 2, completed: 3 });
  expect(combinedRecord(null, [], ['a'])).toEqual({ ratingMean: null, ratingCount: 0, completed: 0 });
});

test('both are weighed by their counts', () => {
  expect(combinedRecord(opening, [line('a', 3, 5, 4)], ['a'])).toEqual({
    ratingMean: 4,
    ratingCount: 15,
    completed: 34,
  });
});

test('only lines that the package delivers count, and one agreement in two lines is not counted twice', () => {
  const lines = [line('a', 5, 1, 1), line('b', 3, 1, 1), line('c', 1, 50, 50)];
  expect(combinedRecord(null, lines, ['a', 'b'])).toEqual({ ratingMean: 4, ratingCount: 1, completed: 1 });
  expect(combinedRecord(opening, lines, ['d'])).toEqual(opening);
});

test('completed work without ratings moves no mean', () => {
  expect(combinedRecord(opening, [line('a', null, 0, 7)], ['a'])).toEqual({ ...opening, completed: 37 });
});

test('the mean lies between what it is made of, and what is counted is at least the opening balance', () => {
  const mean = fc.double({ min: 1, max: 5, noNaN: true });
  const count = fc.integer({ min: 1, max: 500 });
  fc.assert(
    fc.property(mean, count, fc.array(fc.tuple(mean, count), { minLength: 1, maxLength: 5 }), (m0, n0, lines) => {
      const { ratingMean, ratingCount } = combinedRecord(
        { ratingMean: m0, ratingCount: n0, completed: 0 },
        lines.map(([m, n], at) => line(`l${at}`, m, n, n)),
        lines.map((_, at) => `l${at}`),
      );
      const means = [m0, ...lines.map(([m]) => m)];
      expect(ratingMean).toBeGreaterThanOrEqual(Math.min(...means) - 1e-4);
      expect(ratingMean).toBeLessThanOrEqual(Math.max(...means) + 1e-4);
      expect(ratingCount).toBe(n0 + Math.max(...lines.map(([, n]) => n)));
    }),
  );
});
