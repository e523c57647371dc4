import * as fc from 'fast-check';
import { calibrate, chanceOf, type Outcome } from './calibrate';

const outcomes = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 40 }).map((x) => x * 250), success: fc.boolean() }),
  { minLength: 200, maxLength: 600 },
);
const loss = (list: readonly Outcome[], chance: (score: number) => number): number =>
  list.reduce((sum, { score, success }) => sum + (Number(success) - chance(score)) ** 2, 0);

describe('calibrate', () => {
  it('says nothing while there is little to learn from', () => {
    const many = (n: number, success: boolean): Outcome[] =>
      Array.from({ length: n }, (_, i) => ({ score: i, success }));
    expect(calibrate([...many(100, true), ...many(99, false)])).toBeNull();
    expect(calibrate(many(500, false))).toBeNull();
    expect(calibrate([...many(100, true), ...many(100, false)])).not.toBeNull();
  });

  it('gives shares that rise with the score, of twenty outcomes at least, and loses none', () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const steps = calibrate(list);
        if (!steps) return;
        const shares = steps.map(({ successes, outcomes: all }) => successes / all);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(new Set(shares).size).toBe(shares.length);
        expect(steps.every((step) => step.outcomes >= 20)).toBe(true);
        expect(steps.reduce((sum, step) => sum + step.outcomes, 0)).toBe(list.length);
      }),
    );
  });

  it('is no worse than one chance for all', () => {
    fc.assert(
      fc.property(outcomes, (list) => {
        const steps = calibrate(list);
        if (!steps) return;
        const share = list.filter(({ success }) => success).length / list.length;
        expect(loss(list, (score) => chanceOf(steps, score).permille / 1000)).toBeLessThanOrEqual(
          loss(list, () => share) + list.length * 0.000_001,
        );
      }),
    );
  });

  it('recovers a chance that rises with the score', () => {
    const list = Array.from({ length: 10_000 }, (_, i) => ({ score: i, success: (i * 7919) % 10_000 < i }));
    const steps = calibrate(list)!;
    for (const score of [2000, 5000, 8000]) {
      expect(Math.abs(chanceOf(steps, score).permille - score / 10)).toBeLessThan(60);
    }
  });
});
