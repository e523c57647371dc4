import * as fc from 'fast-check';
import {
  denseAssignment,
  generalisedAssignments,
  numbersIn,
  readDimacs,
  readHospitalsResidents,
  roundOfNetwork,
  solveGeneralisedAssignment,
  checkNetwork,
  solveNetwork,
  denseOrSparseAssignment,
  sparseAssignment,
  Unreadable,
} from '../src/instances';
import { certify } from '../src/certificate/certify';
import { highsLeastCost } from './highs-least-cost';
import { blockingPairs } from '../src/modes/blocking-pairs';
import { stableRound } from '../src/modes/stable-round';
import type { RoundInstance } from '../src/round-instance';
import { solveRound } from '../src/solver/solve-round';

const leastCost = (round: RoundInstance): number | null => {
  const { state, unmet } = solveRound(round);
  return unmet.length > 0 ? null : Number(-certify(state).objective);
};

/** Least cost over all permutations. */
const bruteForce = (cost: readonly (readonly number[])[]): number => {
  const from = (row: number, taken: number): number => {
    if (row === cost.length) return 0;
    return cost[row]!.reduce(
      (best, c, j) => (taken & (1 << j) ? best : Math.min(best, c + from(row + 1, taken | (1 << j)))),
      Infinity,
    );
  };
  return from(0, 0);
};

const someCosts = fc.integer({ min: 1, max: 6 }).chain((n) =>
  fc.array(fc.array(fc.oneof(fc.integer({ min: -20, max: 20 }), fc.constant(1e9)), { minLength: n, maxLength: n }), {
    minLength: n,
    maxLength: n,
  }),
);

describe('assignment files', () => {
  it('are solved as all permutations say, dense with lines broken anywhere and sparse alike', () => {
    fc.assert(
      fc.property(someCosts, fc.integer({ min: 1, max: 4 }), (cost, perLine) => {
        const n = cost.length;
        const lines = cost.flat().reduce((text, c, k) => text + (k % perLine === 0 ? '\r\n ' : ' ') + c, '');
        const dense = denseAssignment(numbersIn(`# a comment\n${n}${lines}\n\n`))!;
        expect(leastCost(dense.round)).toBe(bruteForce(cost));
        const arcs = cost.flatMap((row, i) => row.map((c, j) => `${i + 1} ${j + 1} ${c}`));
        const sparse = sparseAssignment(numbersIn([String(n), ...arcs.toReversed()].join('\n')))!;
        expect(leastCost(sparse.round)).toBe(bruteForce(cost));
      }),
    );
  });

  it('without a perfect matching are told to be infeasible', () => {
    expect(leastCost(sparseAssignment(numbersIn('2\n1 1 5\n2 1 4'))!.round)).toBeNull();
  });

  it.each([
    ['costs', '3\n7 5 8\n6 6 9\n5 8 7', false, false],
    ['costs that could be ends, some of them twice', '3\n1 2 3\n1 2 1\n3 3 2', false, true],
    ['arcs that could be costs', '3\n1 2 9\n2 3 4\n3 1 5', true, true],
    ['more arcs than costs', '2\n1 1 5\n1 2 4\n2 1 3', true, false],
  ])('told apart: %s', (_, text, sparse, either) => {
    expect(denseOrSparseAssignment(numbersIn(text))).toMatchObject({ sparse, either });
  });

  it('keep the cheaper of two arcs, and decimals', () => {
    const { round, scale } = sparseAssignment(numbersIn('1  1 1 7.5  1 1 7.25'))!;
    expect(leastCost(round)! / scale).toBe(7.25);
  });

  it('with words or numbers too large are refused with the line', () => {
    expect(() => numbersIn('2\n1 2\nthree 4')).toThrow(new Unreadable('line 3: “three” is no number'));
    expect(() => denseAssignment(numbersIn('1 1e300'))).toThrow(Unreadable);
    expect(sparseAssignment(numbersIn('2 1 3 5'))).toBeNull();
  });
});

describe('DIMACS files', () => {
  it('of transports of single units are solved', () => {
    const network = readDimacs(
      'c small\np min 4 4\nn 1 2\nn 2 1\nn 3 -2\nn 4 -1\na 1 3 0 1 5\na 1 4 0 1 2\na 2 3 0 1 7\na 2 4 0 1 1\n',
    );
    expect(network.kind).toBe('flow_network');
    const round = network.kind === 'flow_network' ? roundOfNetwork(network) : network.round;
    expect(typeof round === 'string' ? round : leastCost(round)).toBe(14);
  });

  it('of other networks are told from these, with the reason', () => {
    const network = readDimacs('p min 3 2\nn 1 1\nn 3 -1\na 1 2 0 4 1\na 2 3 0 4 1');
    expect(network.kind === 'flow_network' && roundOfNetwork(network)).toBe(
      'arc 1 does not lead from a supply to a demand',
    );
  });

  it('of any network are solved as HiGHS solves them, with a proof', async () => {
    const seen = new Set<string>();
    const someArc = fc.record({
      from: fc.nat(4),
      to: fc.nat(4),
      least: fc.constantFrom(0, 0, 0, 1),
      most: fc.constantFrom(1, 2, 3, 5, -1),
      cost: fc.integer({ min: -4, max: 20 }),
      carries: fc.nat(2),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(someArc, { minLength: 1, maxLength: 14 }), fc.boolean(), async (arcs, carried) => {
        // What some flow would need, or one unit that may have no way.
        const supply = carried ? [0, 0, 0, 0, 0] : [1, 0, 0, 0, -1];
        for (const { from, to, least, most, carries } of arcs) {
          const flow = Math.max(least, most < 0 ? carries : Math.min(carries, most));
          supply[from]! += carried ? flow : 0;
          supply[to]! -= carried ? flow : 0;
        }
        const text = [
          `p min 5 ${arcs.length}`,
          ...supply.map((s, v) => `n ${v + 1} ${s}`),
          ...arcs.map(({ from, to, least, most, cost }) => `a ${from + 1} ${to + 1} ${least} ${most} ${cost}`),
        ].join('\n');
        const network = readDimacs(text);
        if (network.kind !== 'flow_network') throw new Error('no network');
        const solved = solveNetwork(network);
        seen.add(solved.status);
        const told = await highsLeastCost(network);
        expect(solved.status === 'optimal' ? Number(solved.cost) : solved.status).toBe(told);
        const proved =
          solved.status !== 'optimal' || checkNetwork(network, solved.flow, solved.potential) === solved.cost;
        expect(proved).toBe(true);
      }),
      { numRuns: 200 },
    );
    expect(seen).toEqual(new Set(['optimal', 'infeasible', 'unbounded']));
  });

  it('of assignments are solved', () => {
    const assignment = readDimacs('p asn 4 3\nn 1\nn 2\na 1 3 2\na 1 4 1\na 2 4 5');
    expect(assignment.kind === 'assignment' && leastCost(assignment.round)).toBe(7);
  });
});

describe('generalised assignment files', () => {
  it('are bounded from below and solved within the capacities', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 9 })), { minLength: 10, maxLength: 10 }),
        fc.tuple(fc.integer({ min: 4, max: 25 }), fc.integer({ min: 4, max: 25 })),
        (cells, capacity) => {
          const text = ['2 5', cells.map(([c]) => c).join(' '), cells.map(([, u]) => u).join(' '), capacity.join(' ')];
          const [problem] = generalisedAssignments(numbersIn(text.join('\n')))!;
          const { agentOf, cost, bound } = solveGeneralisedAssignment(problem!);
          let best = Infinity;
          for (let choice = 0; choice < 32; choice++) {
            const agents = [0, 1, 2, 3, 4].map((j) => (choice >> j) & 1);
            const used = [0, 1].map((a) =>
              agents.reduce((sum, of, j) => sum + (of === a ? cells[a * 5 + j]![1] : 0), 0),
            );
            if (used[0]! > capacity[0] || used[1]! > capacity[1]) continue;
            best = Math.min(
              best,
              agents.reduce((sum, a, j) => sum + cells[a * 5 + j]![0], 0),
            );
          }
          expect(bound).toBeLessThanOrEqual(best);
          expect(cost).toBeGreaterThanOrEqual(best);
          const reckoned = agentOf === null ? Infinity : agentOf.reduce((sum, a, j) => sum + cells[a * 5 + j]![0], 0);
          expect(cost).toBe(reckoned);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('with several problems are all read', () => {
    const one = '1 2  3 4  1 1  2';
    expect(generalisedAssignments(numbersIn(`2 ${one} ${one}`))).toHaveLength(2);
    expect(generalisedAssignments(numbersIn(`2 ${one} 1`))).toBeNull();
  });
});

describe('hospital and resident files', () => {
  it('are read from one file or two, and matched without a blocking pair', () => {
    const one = 'kind,id\nresident,r1,h1,h2\nresident,r2,"h1 h2"\nhospital,h1,1,r2,r1\nhospital,h2,1,r1;r2\n';
    const two = readHospitalsResidents(
      'resident,preferences\nr1,h1,h2\nr2,h1,h2,h9',
      'hospital,capacity\nh1,1,r2,r1\nh2,1,r1,r2',
    );
    for (const { round, preferences, residents, hospitals } of [readHospitalsResidents(one, null), two]) {
      const chosen = stableRound(round, preferences);
      const pairs = Array.from(chosen, (e) => [
        residents[round.rowStart.findLastIndex((start) => start <= e)],
        hospitals[round.packageOf[e]!],
      ]);
      expect(pairs).toEqual([
        ['r1', 'h2'],
        ['r2', 'h1'],
      ]);
      expect(blockingPairs(round, chosen, preferences)).toHaveLength(0);
    }
    expect(two.oneSided).toBe(1);
  });

  it('without a capacity are refused with the line', () => {
    expect(() => readHospitalsResidents('resident,r1,h1\nhospital,h1,r1', null)).toThrow(/line 2: after the hospital/);
  });
});
