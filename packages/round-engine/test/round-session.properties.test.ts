import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { checkCertificate } from '../src/certificate/check-certificate';
import { certify } from '../src/certificate/certify';
import { RoundSession } from '../src/session/round-session';
import { solveRound } from '../src/solver/solve-round';
import { roundOf, someRoundWithFloors } from './some-round';

const someEdit = fc.record({
  kind: fc.constantFrom(
    'weigh' as const,
    'veto' as const,
    'pin' as const,
    'unpin' as const,
    'demand' as const,
    'capacity' as const,
  ),
  at: fc.nat(),
  to: fc.integer({ min: 0, max: 4 }),
  weight: fc.oneof(fc.integer({ min: -3, max: 12 }), fc.integer({ min: 0, max: 10_000 })),
});

describe('RoundSession', () => {
  it('is after every change what a full solve gives, and proves it; a refused change changes nothing', () => {
    let refused = 0;
    let changed = 0;
    fc.assert(
      fc.property(someRoundWithFloors, fc.array(someEdit, { minLength: 1, maxLength: 12 }), (shape, edits) => {
        const round = roundOf(shape);
        fc.pre(round.packageOf.length > 0 && solveRound(round).unmet.length === 0);
        const session = new RoundSession(round);
        for (const { kind, at, to, weight } of edits) {
          const before = { instance: session.instance(), pinned: session.pinned };
          const pair = at % round.packageOf.length;
          const done = {
            weigh: () => session.weigh(pair, weight),
            veto: () => session.weigh(pair, -Infinity),
            pin: () => session.pin(pair),
            unpin: () => session.unpin(session.pinned[at % Math.max(1, session.pinned.length)] ?? -1),
            demand: () => session.setDemand(at % round.needCount, to),
            capacity: () => session.setCapacity(at % round.nodeCount, to),
          }[kind]();
          const instance = session.instance();
          if (done) changed++;
          else refused++;
          const kept =
            done || (isDeepStrictEqual(instance, before.instance) && isDeepStrictEqual(session.pinned, before.pinned));
          expect(kept).toBe(true);
          const verdict = checkCertificate(instance, session.certificate());
          expect(verdict.faults).toEqual([]);
          expect(verdict.objective).toBe(certify(solveRound(instance).state).objective);
        }
      }),
      { numRuns: 200 },
    );
    expect(Math.min(refused, changed)).toBeGreaterThan(40);
  });

  it('refuses a veto that leaves a need unserved which must be served', () => {
    const session = new RoundSession(
      roundOf({
        demand: [1],
        mandatory: [true],
        group: [],
        groupFloor: [],
        pairs: [{ need: 0, package_: 0, weight: -5 }],
        capacity: [1],
        floor: [0],
        provider: [-1],
        providerGroup: [],
      }),
    );
    expect(session.weigh(0, -Infinity)).toBe(false);
    expect(session.certificate().objective).toBe(-5n);
  });
});
