import * as fc from 'fast-check';
import type { Funds } from '../src/funds/funds';
import { solveWithFunds } from '../src/funds/solve-with-funds';
import { highsOptimum } from './highs-optimum';
import { roundOf, someRound } from './some-round';

jest.setTimeout(300_000);

describe('solveWithFunds', () => {
  it('keeps the funds, and the true optimum lies between what it brings and its bound', async () => {
    let proved = 0;
    let all = 0;
    await fc.assert(
      fc.asyncProperty(
        someRound,
        fc.array(fc.nat(50), { minLength: 5, maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 2, maxLength: 2 }),
        async (shape, prices, budgets) => {
          const pairs = shape.pairs.map((pair) => ({ ...pair, weight: pair.weight > 2 ** 30 ? 77 : pair.weight }));
          const round = roundOf({ ...shape, pairs });
          const funds: Funds = {
            price: round.weight.map((_, e) => prices[e % prices.length]!),
            fundOf: Int32Array.from({ length: round.needCount }, (_, i) => (i % 3) - 1),
            budget: Float64Array.from(budgets),
          };
          const { chosen, objective, bound } = solveWithFunds(round, funds);
          const best = await highsOptimum(round, funds);
          expect(Number(objective)).toBeLessThanOrEqual(best!);
          expect(best!).toBeLessThanOrEqual(Number(bound));
          all++;
          if (objective === bound) proved++;
          // The choice itself, against every rule: HiGHS may choose nothing else when these pairs are forced.
          const only = round.weight.map((w, e) => (chosen.includes(e) ? w : -Infinity));
          expect(await highsOptimum({ ...round, weight: only.map((w) => (w === -Infinity ? w : 1)) }, funds)).toBe(
            chosen.length,
          );
        },
      ),
      { numRuns: 150 },
    );
    expect(proved).toBeGreaterThan(all / 3);
  });

  it('does not take a round with floors', () => {
    const round = roundOf({
      demand: [1],
      mandatory: [true],
      group: [],
      groupFloor: [],
      pairs: [{ need: 0, package_: 0, weight: 5 }],
      capacity: [1],
      floor: [0],
      provider: [-1],
      providerGroup: [],
    });
    const funds = { price: Float64Array.of(1), fundOf: Int32Array.of(0), budget: Float64Array.of(9) };
    expect(() => solveWithFunds(round, funds)).toThrow(RangeError);
  });
});
