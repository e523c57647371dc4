import type { RoundInstance } from '../round-instance';
import { newRoundState } from '../solver/round-state';
import { byWorth } from './by-worth';

/**
 * The round that gives each next best pair its place while there is one; floors are not looked at.
 *
 * @returns The chosen pairs, ascending.
 */
export function greedyRound(instance: RoundInstance): Int32Array {
  const { weight, packageOf, parent, demand, capacity } = instance;
  const { needOf } = newRoundState(instance);
  const wants = demand.slice();
  const free = capacity.slice();
  const chosen: number[] = [];
  for (const e of byWorth(weight, 0, weight.length)) {
    if (weight[e]! <= 0) break;
    if (wants[needOf[e]!]! <= 0) continue;
    let v = packageOf[e]!;
    while (v >= 0 && free[v]! > 0) v = parent[v]!;
    if (v >= 0) continue;
    chosen.push(e);
    wants[needOf[e]!]!--;
    for (v = packageOf[e]!; v >= 0; v = parent[v]!) free[v]!--;
  }
  return Int32Array.from(chosen).toSorted();
}
