import * as fc from 'fast-check';
import type { RoundPlan } from '../src/plan/round-plan';

const ids = (letter: string, count: number): string[] => Array.from({ length: count }, (_, n) => `${letter}${n}`);

/** Small plans with providers, a group of small providers and districts; scores are few, so that many rounds are equally good. */
export const somePlan: fc.Arbitrary<RoundPlan> = fc
  .record({
    needs: fc.integer({ min: 1, max: 6 }),
    packages: fc.integer({ min: 1, max: 5 }),
    links: fc.array(fc.tuple(fc.nat(5), fc.nat(4), fc.constantFrom(1, 5, 5, 5, 9_000)), {
      minLength: 1,
      maxLength: 24,
    }),
    places: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
    caps: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ needs, packages, links, places, caps }) => ({
    roundId: 'r1',
    needs: ids('n', needs).map((id, n) => ({ id, offers: 1 + (n % 2), districtId: `d${n % 2}` })),
    packages: ids('p', packages).map((id, n) => ({ id, in: `o${n % 2}`, places: places[n]! })),
    providers: ids('o', 2).map((id, n) => ({ id, places: caps[n]!, ...(n === 1 ? { in: 'small' } : {}) })),
    groups: [{ id: 'small' }],
    pairs: [
      ...new Map(
        links
          .filter(([n, p]) => n < needs && p < packages)
          .map(([n, p, score]) => [`${n} ${p}`, { needId: `n${n}`, packageId: `p${p}`, score }]),
      ).values(),
    ],
  }));

/** The same plan in another order. */
export const shuffled = (plan: RoundPlan, seed: number): RoundPlan => {
  const turn = <T>(rows: readonly T[]): T[] => {
    const at = rows.length === 0 ? 0 : seed % rows.length;
    return [...rows.slice(at), ...rows.slice(0, at)].toReversed();
  };
  return {
    ...plan,
    needs: turn(plan.needs),
    packages: turn(plan.packages),
    providers: turn(plan.providers),
    pairs: turn(plan.pairs).map(({ score, packageId, needId }) => ({ score, packageId, needId })),
  };
};
