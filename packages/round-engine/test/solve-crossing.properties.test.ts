import * as fc from 'fast-check';
import highsLoader from 'highs';
import type { SideConstraint } from '../src/crossing/side-constraint';
import { solveCrossing } from '../src/crossing/solve-crossing';
import type { RoundInstance } from '../src/round-instance';
import { roundOf, someRoundWithFloors } from './some-round';

jest.setTimeout(120_000);

/** Best weight over all sets of pairs; null when none is allowed. */
const bruteForce = (round: RoundInstance, sides: readonly SideConstraint[]): number | null => {
  const { rowStart, packageOf, parent, weight } = round;
  const needOf = Array.from(packageOf, (_, e) => rowStart.findLastIndex((start) => start <= e));
  let best: number | null = null;
  for (let set = 0; set < 1 << packageOf.length; set++) {
    const held = Array.from(packageOf.keys()).filter((e) => set & (1 << e));
    if (held.some((e) => weight[e] === -Infinity)) continue;
    const count = (of: (e: number) => boolean): number => held.filter(of).length;
    const under = (node: number) => (e: number) => {
      for (let v = packageOf[e]!; v >= 0; v = parent[v]!) if (v === node) return true;
      return false;
    };
    const needsKept = round.demand.every((most, i) => {
      const offers = count((e) => needOf[e] === i);
      return offers <= most && (!round.mandatory?.[i] || offers === most);
    });
    const kept =
      needsKept &&
      round.capacity.every((most, v) => count(under(v)) <= most && count(under(v)) >= round.floor[v]!) &&
      round.groupFloor.every((least, g) => count((e) => round.groupOf![needOf[e]!] === g) >= least) &&
      sides.every(({ pairs, factor, least, most }) => {
        const sum = pairs.reduce((total, e, n) => total + (held.includes(e) ? factor![n]! : 0), 0);
        return sum >= least && sum <= most;
      });
    if (!kept) continue;
    const worth = held.reduce((sum, e) => sum + weight[e]!, 0);
    if (best === null || worth > best) best = worth;
  }
  return best;
};

describe('solveCrossing', () => {
  it('finds the best of all choices under constraints that cross, or says that there is none', async () => {
    const highs = await highsLoader();
    const seen = new Set<string>();
    const someSide = fc.record({
      factors: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 9, maxLength: 9 }),
      least: fc.constantFrom(0, 0, 1, 4),
      most: fc.integer({ min: 0, max: 8 }),
    });
    fc.assert(
      fc.property(someRoundWithFloors, fc.array(someSide, { minLength: 1, maxLength: 3 }), (shape, drawn) => {
        const pairs = shape.pairs.slice(0, 9).map((pair) => ({ ...pair, weight: Math.min(pair.weight, 10_000) }));
        const round = roundOf({ ...shape, pairs });
        const sides = drawn.map(({ factors, least, most }) => ({
          pairs: Int32Array.from(round.packageOf.keys()),
          factor: Float64Array.from(factors).subarray(0, round.packageOf.length),
          least,
          most: Math.max(least, most),
        }));
        const found = solveCrossing(round, sides, highs, 10);
        seen.add(found.status);
        const best = 'objective' in found ? Number(found.objective) : null;
        expect(best).toBe(bruteForce(round, sides));
        expect(found.status).toBe(best === null ? 'infeasible' : 'optimal');
      }),
      { numRuns: 150 },
    );
    expect(seen.size).toBe(2);
  });
});
