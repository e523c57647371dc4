import * as fc from 'fast-check';
import { planInstance } from '../src/plan/plan-instance';
import type { RoundPlan } from '../src/plan/round-plan';
import { checkRecord, type RoundRecord, solvePlan } from '../src/plan/round-record';
import { snapshotHash } from '../src/plan/snapshot-hash';
import { shuffled, somePlan } from './a-plan';
import { highsOptimum } from './highs-optimum';

jest.setTimeout(300_000);

/** Plans whose needs are paid by one of two funds or by nobody; prices of hundreds to ten thousands of yuan, in fen. */
const fundedPlan: fc.Arbitrary<RoundPlan> = fc
  .record({
    plan: somePlan,
    prices: fc.array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 5, maxLength: 24 }),
    limits: fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), fc.integer({ min: 0, max: 9_000_000 })),
  })
  .map(({ plan, prices, limits }) => ({
    ...plan,
    needs: plan.needs.map((need, n) => (n % 3 === 2 ? need : { ...need, fundId: `f${n % 3}` })),
    pairs: plan.pairs.map((pair, e) => ({ ...pair, priceFen: prices[e % prices.length]! })),
    funds: limits.map((limitFen, n) => ({ id: `f${n}`, limitFen })),
  }));

const solved = (plan: RoundPlan): RoundRecord => {
  const record = solvePlan(plan);
  if ('unmet' in record) throw new Error(JSON.stringify(record.unmet));
  return record;
};
const spent = (plan: RoundPlan, { chosen }: RoundRecord, fundId: string): number =>
  chosen.reduce((sum, { needId, packageId }) => {
    if (plan.needs.find(({ id }) => id === needId)!.fundId !== fundId) return sum;
    return sum + plan.pairs.find((pair) => pair.needId === needId && pair.packageId === packageId)!.priceFen!;
  }, 0);

/** Two needs of one fund: each would take the dear package, and the fund pays for one dear or two cheap ones. */
const tight: RoundPlan = {
  roundId: 'r1',
  needs: ['a', 'b'].map((id) => ({ id, offers: 1, fundId: 'f' })),
  packages: ['dear', 'cheap'].map((id) => ({ id, places: 2 })),
  providers: [],
  groups: [],
  pairs: ['a', 'b'].flatMap((needId) => [
    { needId, packageId: 'dear', score: 9_000, priceFen: 1_000_000 },
    { needId, packageId: 'cheap', score: 7_000, priceFen: 500_000 },
  ]),
  funds: [{ id: 'f', limitFen: 1_000_000 }],
};

describe('a plan with funds', () => {
  it('keeps every fund, and the true optimum lies between what it brings and the bound that its proof gives', async () => {
    let all = 0;
    let proved = 0;
    await fc.assert(
      fc.asyncProperty(fundedPlan, async (plan) => {
        const record = solved(plan);
        const verdict = checkRecord(plan, record);
        expect(verdict?.faults).toEqual([]);
        expect(String(verdict?.bound)).toBe(record.funds?.bound);
        for (const { id, limitFen } of plan.funds!) expect(spent(plan, record, id)).toBeLessThanOrEqual(limitFen);
        const { instance, funds } = planInstance(plan);
        const best = (await highsOptimum(instance, funds!))!;
        expect(Number(record.objective)).toBeLessThanOrEqual(best);
        expect(best).toBeLessThanOrEqual(Number(record.funds!.bound));
        all++;
        if (record.objective === record.funds!.bound) proved++;
      }),
      { numRuns: 150 },
    );
    expect(proved).toBeGreaterThan(all / 3);
  });

  it('gives up score where the fund does not reach, and says so', () => {
    const record = solved(tight);
    expect(record).toMatchObject({ objective: '14000' });
    expect(spent(tight, record, 'f')).toBe(1_000_000);
    const { funds: _, ...open } = tight;
    const free = solved({ ...open, needs: open.needs.map(({ id, offers }) => ({ id, offers })) });
    expect(free).toMatchObject({ objective: '18000' });
    expect(free.funds).toBeUndefined();
  });

  it('refuses a choice that breaks a fund, a better bound than proven, and a record without the money', () => {
    const record = solved(tight);
    const chosen = ['a', 'b'].map((needId) => ({ needId, packageId: 'dear' }));
    expect(checkRecord(tight, { ...record, chosen, objective: '18000' })?.faults).toContainEqual({
      kind: 'fund_over',
      at: 0,
    });
    const { funds, ...without } = record;
    expect(checkRecord(tight, without)).toBeNull();
    const bound = String(BigInt(funds!.bound) - 1n);
    expect(checkRecord(tight, { ...record, funds: { ...funds!, bound } })?.faults).toEqual([{ kind: 'bound', at: -1 }]);
    expect(checkRecord(tight, { ...record, funds: { ...funds!, toll: [-1] } })?.faults).toEqual([
      { kind: 'toll', at: 0 },
    ]);
  });

  it('hashes limits, payers and prices, and gives the same record for every order', () => {
    const hash = snapshotHash(tight);
    expect(snapshotHash({ ...tight, funds: [{ id: 'f', limitFen: 1_000_001 }] })).not.toBe(hash);
    expect(snapshotHash({ ...tight, pairs: tight.pairs.map((pair) => ({ ...pair, priceFen: 1 })) })).not.toBe(hash);
    expect(snapshotHash({ ...tight, needs: tight.needs.map(({ id, offers }) => ({ id, offers })) })).not.toBe(hash);
    fc.assert(
      fc.property(fundedPlan, fc.nat(1000), (plan, seed) => {
        const turned = shuffled(plan, seed);
        const priced = turned.pairs.map((pair) => ({
          ...pair,
          priceFen: plan.pairs.find((one) => one.needId === pair.needId && one.packageId === pair.packageId)!.priceFen!,
        }));
        expect(solvePlan({ ...turned, pairs: priced, funds: plan.funds!.toReversed() })).toEqual(solvePlan(plan));
      }),
      { numRuns: 100 },
    );
  });

  it('does not take floors, a draw, an unknown fund or a pair without a price', () => {
    const [first, ...rest] = tight.pairs;
    const { priceFen: _, ...unpriced } = first!;
    const wrong: RoundPlan[] = [
      { ...tight, fairDistricts: true },
      { ...tight, drawWith: 'value' },
      { ...tight, packages: tight.packages.map((one) => ({ ...one, reserved: 1 })) },
      { ...tight, needs: tight.needs.map((need) => ({ ...need, must: true })) },
      { ...tight, needs: tight.needs.map((need) => ({ ...need, fundId: 'g' })) },
      { ...tight, funds: [{ id: 'f', limitFen: 0.5 }] },
      { ...tight, pairs: [unpriced, ...rest] },
    ];
    for (const plan of wrong) expect(() => solvePlan(plan)).toThrow(RangeError);
  });
});
