import * as fc from 'fast-check';
import type { RoundPlan } from '../src/plan/round-plan';
import { checkRecord, type RoundRecord, solvePlan } from '../src/plan/round-record';
import { snapshotHash } from '../src/plan/snapshot-hash';
import { shuffled, somePlan } from './a-plan';

const solved = (plan: RoundPlan): RoundRecord => {
  const record = solvePlan(plan);
  if ('unmet' in record) throw new Error(JSON.stringify(record.unmet));
  return record;
};

const score = (plan: RoundPlan, { chosen }: RoundRecord): number =>
  chosen.reduce(
    (sum, { needId, packageId }) =>
      sum + plan.pairs.find((pair) => pair.needId === needId && pair.packageId === packageId)!.score,
    0,
  );

describe('solvePlan', () => {
  it('gives the same record for every order of the plan, with a draw and without', () => {
    fc.assert(
      fc.property(somePlan, fc.nat(1000), fc.option(fc.string(), { nil: undefined }), (plan, seed, drawWith) => {
        const drawn = drawWith === undefined ? plan : { ...plan, drawWith };
        expect(solvePlan(shuffled(drawn, seed))).toEqual(solvePlan(drawn));
      }),
      { numRuns: 300 },
    );
  });

  it('draws between rounds of equal score only, and by the public value', () => {
    const rounds = new Set<string>();
    fc.assert(
      fc.property(somePlan, fc.string(), (plan, drawWith) => {
        const drawn = { ...plan, drawWith };
        expect(score(plan, solved(drawn))).toBe(score(plan, solved(plan)));
        expect(checkRecord(drawn, solved(drawn))?.faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
    const tied: RoundPlan = {
      roundId: 'r1',
      needs: [{ id: 'a', offers: 1 }],
      packages: ['p', 'q', 's'].map((id) => ({ id, places: 1 })),
      providers: [],
      groups: [],
      pairs: ['p', 'q', 's'].map((packageId) => ({ needId: 'a', packageId, score: 5 })),
    };
    for (let n = 0; n < 40; n++) rounds.add(solved({ ...tied, drawWith: `beacon ${n}` }).chosen[0]!.packageId);
    expect(rounds).toEqual(new Set(['p', 'q', 's']));
  });

  it('keeps a reservation for small providers, and takes points for offers of rounds before', () => {
    const plan: RoundPlan = {
      roundId: 'r1',
      needs: [{ id: 'a', offers: 1 }],
      packages: [
        { id: 'p', in: 'large', places: 1 },
        { id: 'q', in: 'little', places: 1 },
      ],
      providers: [{ id: 'large' }, { id: 'little', in: 'small' }],
      groups: [{ id: 'small' }],
      pairs: [
        { needId: 'a', packageId: 'p', score: 100 },
        { needId: 'a', packageId: 'q', score: 80 },
      ],
    };
    expect(solved(plan).chosen).toEqual([{ needId: 'a', packageId: 'p' }]);
    const reserved = { ...plan, groups: [{ id: 'small', reserved: 1 }] };
    expect(solved(reserved).chosen).toEqual([{ needId: 'a', packageId: 'q' }]);
    const rotated = { ...plan, rotation: { pointsAnOffer: 15, offersBefore: { large: 2 } } };
    expect(solved(rotated).chosen).toEqual([{ needId: 'a', packageId: 'q' }]);
    expect(solvePlan({ ...plan, groups: [{ id: 'small', reserved: 2 }] })).toEqual({
      unmet: [{ kind: 'place', id: 'small' }],
    });
  });
});

describe('checkRecord', () => {
  it('accepts what was solved, and nothing of a plan that was changed after', () => {
    fc.assert(
      fc.property(somePlan, fc.nat(1000), fc.integer({ min: 1, max: 50 }), (plan, at, more) => {
        fc.pre(plan.pairs.length > 0);
        const record = solved(plan);
        expect(checkRecord(shuffled(plan, at), record)?.faults).toEqual([]);
        const changed = at % plan.pairs.length;
        const pairs = plan.pairs.map((pair, n) => (n === changed ? { ...pair, score: pair.score + more } : pair));
        expect(checkRecord({ ...plan, pairs }, record)).toBeNull();
      }),
    );
  });

  it('refuses a record in which an offer was swapped, added or dropped', () => {
    fc.assert(
      fc.property(somePlan, fc.nat(1000), (plan, at) => {
        const record = solved(plan);
        const pair = plan.pairs[at % Math.max(1, plan.pairs.length)];
        fc.pre(pair !== undefined);
        const { needId, packageId } = pair!;
        const others = record.chosen.filter((held) => held.needId !== needId || held.packageId !== packageId);
        const chosen = others.length < record.chosen.length ? others : [...record.chosen, { needId, packageId }];
        expect(checkRecord(plan, { ...record, chosen })?.faults).not.toEqual([]);
      }),
    );
  });
});

describe('snapshotHash', () => {
  it('does not depend on the value that is drawn with later, and does on the round', () => {
    fc.assert(
      fc.property(somePlan, fc.nat(1000), (plan, seed) => {
        expect(snapshotHash({ ...shuffled(plan, seed), drawWith: 'later' })).toBe(snapshotHash(plan));
        expect(snapshotHash({ ...plan, roundId: 'r2' })).not.toBe(snapshotHash(plan));
      }),
    );
  });
});
