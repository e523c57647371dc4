import { roundSettings } from '@duijie/contracts';
import { solvePlan } from '@duijie/round-engine';
import fc from 'fast-check';
import { frozenFaults, frozenHash } from '../frozen-round';
import { openInputOf } from '../open-input';
import { PinsDoNotFit, residualPlan } from '../residual-plan';
import { pairKey, type RoundFacts } from '../round';
import { openRound } from './open-round';
import type { PlainEdits, Solved } from './round-protocol';
import { createRoundTasks } from './run-round-task';

const needs = 6;
const packages = 4;
const districts = ['一区', '二区'];
const someFacts: fc.Arbitrary<RoundFacts> = fc
  .record({
    scores: fc.array(fc.option(fc.integer({ min: 1, max: 40 })), {
      minLength: needs * packages,
      maxLength: needs * packages,
    }),
    free: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: packages, maxLength: packages }),
    providerPlaces: fc.option(fc.integer({ min: 1, max: 4 })),
    fairDistricts: fc.boolean(),
    offersPerNeed: fc.integer({ min: 1, max: 2 }),
  })
  .map(({ scores, free, ...settings }) => ({
    roundId: 'round',
    settings: roundSettings.parse(settings),
    needs: Array.from({ length: needs }, (_, n) => ({
      needId: `n${n}`,
      district: districts[n % 2]!,
      offers: null,
    })),
    packages: free.map((places, n) => ({
      packageId: `p${n}`,
      providerId: `f${n % 2}`,
      groupId: null,
      free: places,
      places: null,
      small: false,
    })),
    pairs: scores.flatMap((score, n) =>
      score === null
        ? []
        : [
            {
              needId: `n${Math.floor(n / packages)}`,
              packageId: `p${n % packages}`,
              score,
              regard: 1 + ((score * 7) % 11),
              mark: null,
            },
          ],
    ),
    offersBefore: {},
  }));
const someEdit = fc.record({
  at: fc.nat(),
  what: fc.constantFrom('pinned', 'vetoed', null, 'offers', 'places'),
  number: fc.integer({ min: 0, max: 3 }),
});

const scoreOf = (facts: RoundFacts, { chosen }: Solved): number => {
  const scores = new Map(facts.pairs.map((pair) => [pairKey(pair), pair.score]));
  return chosen.optimum.reduce((sum, pair) => sum + scores.get(pairKey(pair))!, 0);
};

/** Whether what is pinned has its places. */
function fits(facts: RoundFacts): boolean {
  const { plan, pinned, vetoed } = openInputOf(facts);
  try {
    residualPlan(plan, pinned, new Set(vetoed.map(pairKey)));
    return true;
  } catch (error) {
    if (error instanceof PinsDoNotFit) return false;
    throw error;
  }
}

test('after any edits the round is the best as if solved from nothing; what was refused changed nothing', () => {
  fc.assert(
    fc.property(someFacts, fc.array(someEdit, { maxLength: 8 }), (start, edits) => {
      let facts = start;
      let needlessly = false;
      let { round } = openRound(openInputOf(facts));
      for (const { at, what, number } of edits) {
        if (!round || facts.pairs.length === 0) return;
        const pair = facts.pairs[at % facts.pairs.length]!;
        const { needId, packageId } = pair;
        const edit: PlainEdits = {
          pairs: what === 'offers' || what === 'places' ? [] : [{ needId, packageId, mark: what }],
          needs: what === 'offers' ? [{ needId, offers: number }] : [],
          packages: what === 'places' ? [{ packageId, places: number }] : [],
        };
        const output = round.edit(edit);
        const next: RoundFacts = {
          ...facts,
          needs: facts.needs.map((one) =>
            what === 'offers' && one.needId === needId ? { ...one, offers: number } : one,
          ),
          packages: facts.packages.map((one) =>
            what === 'places' && one.packageId === packageId ? { ...one, places: number } : one,
          ),
          pairs: facts.pairs.map((one) =>
            one === pair && what !== 'offers' && what !== 'places' ? { ...one, mark: what } : one,
          ),
        };
        if ('refused' in output) {
          // Refused only where it cannot be: pins that do not fit.
          needlessly ||= fits(next);
          round = openRound(openInputOf(facts)).round;
          continue;
        }
        facts = next;
        const input = openInputOf(facts);
        const residual = residualPlan(input.plan, input.pinned, new Set(input.vetoed.map(pairKey)));
        const anew = solvePlan(residual);
        if ('unmet' in anew) throw new Error('solved where nothing can be');
        const pinned = input.pinned.map(pairKey);
        const pinnedScore = facts.pairs.reduce((sum, one) => sum + (one.mark === 'pinned' ? one.score : 0), 0);
        expect(scoreOf(facts, output.solved)).toBe(Number(anew.objective) + pinnedScore);
        const keys = output.solved.chosen.optimum.map(pairKey);
        expect(keys).toEqual(expect.arrayContaining(pinned));
        expect(keys.filter((key) => input.vetoed.some((one) => pairKey(one) === key))).toEqual([]);
        const [optimum, stable] = output.solved.modes;
        expect(optimum?.score).toBe(scoreOf(facts, output.solved));
        expect(input.pinned.length > 0 ? 0 : stable?.blockingPairs).toBe(0);
      }
      expect(needlessly).toBe(false);
    }),
    { numRuns: 150 },
  );
});

test('a frozen round is proved; nothing of it can be changed without notice', () => {
  const run = createRoundTasks();
  fc.assert(
    fc.property(someFacts, (facts) => {
      const round = openInputOf(facts);
      const output = run('freeze', { round, drawWith: null });
      if ('unmet' in output) throw new Error('without floors there is always a solution');
      const { frozen } = output;
      const snapshot = frozenHash(frozen);
      expect(frozenFaults(frozen, snapshot)).toEqual([]);
      expect(frozenFaults(frozen, '0'.repeat(64))).not.toEqual([]);
      const [first] = frozen.record.chosen;
      if (!first) return;
      const wrong = [
        { ...frozen, pinned: [first] },
        { ...frozen, record: { ...frozen.record, chosen: frozen.record.chosen.slice(1) } },
        { ...frozen, record: { ...frozen.record, chosen: [...frozen.record.chosen, first] } },
        { ...frozen, plan: { ...frozen.plan, pairs: frozen.plan.pairs.slice(1) } },
      ];
      for (const one of wrong) expect(frozenFaults(one, snapshot)).not.toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('a thread that does not hold a round says so', () => {
  const run = createRoundTasks();
  expect(run('edit', { from: 'a', to: 'b', edits: { pairs: [], needs: [], packages: [] } })).toEqual({ missing: true });
});
