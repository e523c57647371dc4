import { defaultWeights } from './default-weights';

describe('defaultWeights', () => {
  it('sum to 10000 without what is taken away', () => {
    const { limits, ...given } = defaultWeights.points;
    expect(limits).toBeGreaterThan(0);
    expect(Object.values(given).reduce((a, b) => a + b, 0)).toBe(10_000);
  });
});
