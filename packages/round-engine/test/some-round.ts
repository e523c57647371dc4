import * as fc from 'fast-check';
import type { RoundInstance } from '../src/round-instance';

/** What a small round is drawn from: everything the solver knows, with few different weights so that many are equal. */
export interface RoundShape {
  readonly demand: readonly number[];
  readonly mandatory: readonly boolean[];
  readonly group: readonly number[];
  readonly groupFloor: readonly number[];
  readonly pairs: readonly { need: number; package_: number; weight: number }[];
  readonly capacity: readonly number[];
  readonly floor: readonly number[];
  /** Provider of each package, and group of each provider; −1 for none. */
  readonly provider: readonly number[];
  readonly providerGroup: readonly number[];
}

/** @returns The round of a shape; nodes are packages, then providers, then groups of providers. */
export const roundOf = (shape: RoundShape): RoundInstance => {
  const needCount = shape.demand.length;
  const packageCount = shape.provider.length;
  const providers = shape.providerGroup.length;
  const nodeCount = shape.capacity.length;
  const pairs = shape.pairs.toSorted((a, b) => a.need - b.need);
  const rowStart = new Int32Array(needCount + 1);
  for (const { need } of pairs) rowStart[need + 1]!++;
  for (let i = 0; i < needCount; i++) rowStart[i + 1]! += rowStart[i]!;
  const parent = new Int32Array(nodeCount).fill(-1);
  shape.provider.forEach((p, j) => {
    if (p >= 0) parent[j] = packageCount + p;
  });
  shape.providerGroup.forEach((g, p) => {
    if (g >= 0) parent[packageCount + p] = packageCount + providers + g;
  });
  return {
    needCount,
    demand: Int32Array.from(shape.demand),
    mandatory: Uint8Array.from(shape.mandatory, Number),
    groupOf: shape.groupFloor.length > 0 ? Int32Array.from(shape.group) : null,
    groupFloor: Int32Array.from(shape.groupFloor),
    rowStart,
    packageOf: Int32Array.from(pairs, ({ package_ }) => package_),
    weight: Float64Array.from(pairs, ({ weight }) => weight),
    packageCount,
    nodeCount,
    parent,
    capacity: Int32Array.from(shape.capacity),
    floor: Int32Array.from(shape.floor),
  };
};

const someShape = (floors: boolean): fc.Arbitrary<RoundShape> =>
  fc
    .record({
      needs: fc.integer({ min: 1, max: 7 }),
      packages: fc.integer({ min: 1, max: 6 }),
      providers: fc.integer({ min: 0, max: 3 }),
      providerGroups: fc.integer({ min: 0, max: 2 }),
      groups: fc.integer({ min: 0, max: floors ? 2 : 0 }),
    })
    .chain(({ needs, packages, providers, providerGroups, groups }) => {
      const each = <T>(count: number, of: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
        fc.array(of, { minLength: count, maxLength: count });
      const nodes = packages + providers + providerGroups;
      return fc.record({
        demand: each(needs, fc.integer({ min: 0, max: 3 })),
        mandatory: each(needs, floors ? fc.integer({ min: 0, max: 9 }).map((n) => n === 0) : fc.constant(false)),
        group: each(needs, fc.integer({ min: -1, max: groups - 1 })),
        groupFloor: each(groups, fc.integer({ min: 0, max: 2 })),
        pairs: fc.uniqueArray(
          fc.record({
            need: fc.integer({ min: 0, max: needs - 1 }),
            package_: fc.integer({ min: 0, max: packages - 1 }),
            weight: fc.oneof(
              fc.integer({ min: -3, max: 9 }),
              fc.integer({ min: 1, max: 10_000 }),
              fc.constantFrom(0, -Infinity, 2 ** 40 + 1),
            ),
          }),
          { maxLength: 30, selector: ({ need, package_ }) => `${need} ${package_}` },
        ),
        capacity: each(nodes, fc.integer({ min: 0, max: 4 })),
        floor: each(nodes, floors ? fc.constantFrom(0, 0, 0, 0, 1, 2) : fc.constant(0)),
        provider: each(packages, fc.integer({ min: -1, max: providers - 1 })),
        providerGroup: each(providers, fc.integer({ min: -1, max: providerGroups - 1 })),
      });
    });

/** Small rounds that always have a solution. */
export const someRound = someShape(false);

/** Small rounds with floors, which may have none. */
export const someRoundWithFloors = someShape(true);
