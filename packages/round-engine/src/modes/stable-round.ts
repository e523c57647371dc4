import type { RoundInstance } from '../round-instance';
import { Places } from '../solver/places';
import { newRoundState } from '../solver/round-state';
import { byWorth } from './by-worth';
import type { Preferences } from './preferences';
import { providerRank } from './provider-rank';

/**
 * The stable round by deferred acceptance: needs ask in the order of their preferences, packages and providers keep the best that
 * asked. Best for needs among all stable rounds; no need gains by naming other preferences (of one offer each). Floors are not
 * looked at.
 *
 * @returns The chosen pairs, ascending.
 * @see Gale and Shapley, College admissions and the stability of marriage (1962).
 */
export function stableRound(instance: RoundInstance, preferences: Preferences): Int32Array {
  const { needCount, rowStart, packageOf, capacity, demand } = instance;
  const { byNeed } = preferences;
  const state = newRoundState(instance);
  const places = new Places(state);
  places.clear();
  const rank = providerRank(instance, preferences);
  const order = new Int32Array(byNeed.length);
  for (let i = 0; i < needCount; i++) order.set(byWorth(byNeed, rowStart[i]!, rowStart[i + 1]!), rowStart[i]!);
  const next = rowStart.slice(0, needCount);
  const wants = demand.slice();
  const asking = Array.from({ length: needCount }, (_, n) => needCount - 1 - n);
  for (let i = asking.pop(); i !== undefined; i = asking.pop()) {
    while (wants[i]! > 0 && next[i]! < rowStart[i + 1]!) {
      const e = order[next[i]!++]!;
      if (rank[e] === 0 || instance.weight[e] === -Infinity) continue;
      const full = places.fullAt(packageOf[e]!);
      if (full >= 0 && (capacity[full]! <= 0 || rank[e]! <= places.lowestUnder(full))) continue;
      const out = places.enter(e, rank[e]!);
      wants[i]!--;
      if (out < 0) continue;
      const loser: number = state.needOf[out]!;
      wants[loser]!++;
      if (loser !== i) asking.push(loser);
    }
  }
  const chosen: number[] = [];
  for (let e = 0; e < state.slotOf.length; e++) if (state.slotOf[e]! >= 0) chosen.push(e);
  return Int32Array.from(chosen);
}
