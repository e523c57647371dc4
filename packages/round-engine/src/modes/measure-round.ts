import { ExactSum } from '../certificate/exact-sum';
import type { RoundInstance } from '../round-instance';
import { blockingPairs } from './blocking-pairs';
import type { Preferences } from './preferences';

/** What a way of choosing brings and costs, to be read beside other ways. */
export interface RoundMeasure {
  readonly objective: bigint;
  readonly offers: number;
  readonly needsServed: number;
  readonly blockingPairs: number;
  readonly needsInBlockingPair: number;
  /** Offers given and asked for by group of needs (district). */
  readonly groups: readonly { readonly given: number; readonly asked: number }[];
  /** Offers by top of the caps: a provider (group), or a package that stands alone. */
  readonly exposure: ReadonlyMap<number, number>;
  /** 0 when offers are spread evenly over the tops that have candidates, towards 1 when one has them all. */
  readonly gini: number;
}

/** @returns The measures of a choice of pairs. */
export function measureRound(instance: RoundInstance, chosen: Int32Array, preferences: Preferences): RoundMeasure {
  const { needCount, packageCount, packageOf, rowStart, parent, demand, groupOf, groupFloor, weight } = instance;
  const topOf = new Int32Array(packageCount);
  for (let j = 0; j < packageCount; j++) {
    let v = j;
    while (parent[v]! >= 0) v = parent[v]!;
    topOf[j] = v;
  }
  const exposure = new Map<number, number>();
  for (let e = 0; e < packageOf.length; e++) if (weight[e] !== -Infinity) exposure.set(topOf[packageOf[e]!]!, 0);
  const sum = new ExactSum();
  const isChosen = new Uint8Array(packageOf.length);
  for (const e of chosen) {
    isChosen[e] = 1;
    sum.add(weight[e]!);
    const top = topOf[packageOf[e]!]!;
    exposure.set(top, exposure.get(top)! + 1);
  }
  const blocking = blockingPairs(instance, chosen, preferences);
  const isBlocking = new Uint8Array(packageOf.length);
  for (const e of blocking) isBlocking[e] = 1;
  const groups = Array.from(groupFloor, () => ({ given: 0, asked: 0 }));
  let needsServed = 0;
  let needsInBlockingPair = 0;
  for (let i = 0; i < needCount; i++) {
    let given = 0;
    let blocks = false;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      given += isChosen[e]!;
      if (isBlocking[e]) blocks = true;
    }
    if (given > 0) needsServed++;
    if (blocks) needsInBlockingPair++;
    const group = groupOf && groupOf[i]! >= 0 ? groups[groupOf[i]!] : undefined;
    if (!group) continue;
    group.given += given;
    group.asked += demand[i]!;
  }
  return {
    objective: sum.total,
    offers: chosen.length,
    needsServed,
    blockingPairs: blocking.length,
    needsInBlockingPair,
    groups,
    exposure,
    gini: giniOf(Float64Array.from(exposure.values())),
  };
}

/** @see Gini (1912), by the sorted formula. */
const giniOf = (values: Float64Array): number => {
  values.sort();
  let sum = 0;
  let ranked = 0;
  values.forEach((value, n) => {
    sum += value;
    ranked += (n + 1) * value;
  });
  return sum === 0 ? 0 : (2 * ranked) / (values.length * sum) - (values.length + 1) / values.length;
};
