import * as fc from 'fast-check';
import { fairFloors } from '../src/fairness/fair-floors';
import { blockingPairs } from '../src/modes/blocking-pairs';
import { greedyRound } from '../src/modes/greedy-round';
import { measureRound } from '../src/modes/measure-round';
import type { Preferences } from '../src/modes/preferences';
import { stableRound } from '../src/modes/stable-round';
import type { RoundInstance } from '../src/round-instance';
import { certify } from '../src/certificate/certify';
import { checkCertificate } from '../src/certificate/check-certificate';
import { solveRound } from '../src/solver/solve-round';
import { roundOf, someRound, someRoundWithFloors } from './some-round';

const both = (round: RoundInstance): Preferences => ({
  byNeed: round.weight,
  byProvider: round.weight,
  tieOrder: Int32Array.from({ length: round.needCount }, (_, i) => i),
});

const opinions = (round: RoundInstance, seeds: readonly number[]): Preferences => ({
  ...both(round),
  byNeed: round.weight.map((_, e) => seeds[e % seeds.length]! % 7),
  byProvider: round.weight.map((_, e) => Math.floor(seeds[(e * 3) % seeds.length]! / 7) % 5),
});

/** Faults of caps and exclusions only: the claim to be an optimum is not made. */
const broken = (round: RoundInstance, chosen: Int32Array): string[] => {
  const certificate = { ...certify(solveRound(round).state), chosen };
  return checkCertificate(round, certificate)
    .faults.map(({ kind }) => kind)
    .filter((kind) => kind !== 'objective' && kind !== 'not_optimal');
};

describe('stableRound', () => {
  it('leaves no blocking pair and keeps every cap, whatever the two sides think', () => {
    fc.assert(
      fc.property(someRound, fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (shape, seeds) => {
        const round = roundOf(shape);
        const preferences = opinions(round, seeds);
        const chosen = stableRound(round, preferences);
        expect(Array.from(blockingPairs(round, chosen, preferences))).toEqual([]);
        expect(broken(round, chosen)).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('is best for needs where several rounds are stable', () => {
    const offer = { need: 0, package_: 0 };
    const round = roundOf({
      demand: [1, 1],
      mandatory: [false, false],
      group: [],
      groupFloor: [],
      pairs: [
        { ...offer, weight: 2 },
        { need: 0, package_: 1, weight: 1 },
        { need: 1, package_: 0, weight: 1 },
        { need: 1, package_: 1, weight: 2 },
      ],
      capacity: [1, 1],
      floor: [0, 0],
      provider: [-1, -1],
      providerGroup: [],
    });
    const byProvider = Float64Array.from([1, 2, 2, 1]);
    const chosen = stableRound(round, { ...both(round), byProvider });
    // Each need gets its first choice, although both providers would rather swap.
    expect(Array.from(chosen)).toEqual([0, 3]);
  });
});

describe('greedyRound', () => {
  it('keeps every cap and never brings more than the optimum', () => {
    fc.assert(
      fc.property(someRound, (shape) => {
        const round = roundOf(shape);
        const chosen = greedyRound(round);
        expect(broken(round, chosen)).toEqual([]);
        const best = certify(solveRound(round).state);
        const measured = measureRound(round, chosen, both(round));
        expect(measured.objective <= best.objective).toBe(true);
        expect(measured.offers).toBe(chosen.length);
      }),
      { numRuns: 500 },
    );
  });
});

describe('blockingPairs', () => {
  it('names the pair that both sides would rather have', () => {
    const round = roundOf({
      demand: [1, 1],
      mandatory: [false, false],
      group: [],
      groupFloor: [],
      pairs: [
        { need: 0, package_: 0, weight: 10 },
        { need: 0, package_: 1, weight: 9 },
        { need: 1, package_: 0, weight: 8 },
      ],
      capacity: [1, 1],
      floor: [0, 0],
      provider: [-1, -1],
      providerGroup: [],
    });
    expect(Array.from(certify(solveRound(round).state).chosen)).toEqual([1, 2]);
    expect(Array.from(blockingPairs(round, Int32Array.from([1, 2]), both(round)))).toEqual([0]);
  });
});

describe('fairFloors', () => {
  it('fills the emptiest district as far as can be, then the next: no other filling is fairer', () => {
    fc.assert(
      fc.property(someRoundWithFloors, (shape) => {
        const drawn = roundOf({
          ...shape,
          floor: shape.floor.map(() => 0),
          mandatory: shape.mandatory.map(() => false),
        });
        const weight = drawn.weight.map((w) => (w > 0 ? w : -Infinity));
        const round = { ...drawn, weight };
        fc.pre(round.groupOf !== null);
        const asked = Array.from(round.groupFloor, (_, g) =>
          shape.demand.reduce((sum, d, i) => sum + (shape.group[i] === g ? d : 0), 0),
        );
        const fill = (given: readonly number[]): number[] =>
          given.map((n, g) => (asked[g] === 0 ? 1 : n / asked[g]!)).toSorted((a, b) => a - b);
        const floors = Array.from(fairFloors(drawn));
        let fairest: number[] = [];
        const tryFrom = (given: number[]): void => {
          if (given.length < asked.length) {
            for (let n = 0; n <= asked[given.length]!; n++) tryFrom([...given, n]);
            return;
          }
          if (solveRound({ ...round, groupFloor: Int32Array.from(given) }).unmet.length > 0) return;
          const tried = fill(given);
          const at = tried.findIndex((f, n) => f !== fairest[n]);
          if (fairest.length === 0 || (at >= 0 && tried[at]! > fairest[at]!)) fairest = tried;
        };
        tryFrom([]);
        expect(fill(floors)).toEqual(fairest);
        const fair = { ...round, groupFloor: Int32Array.from(floors) };
        const solved = solveRound(fair);
        expect(solved.unmet).toEqual([]);
        expect(checkCertificate(fair, certify(solved.state)).faults).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});
