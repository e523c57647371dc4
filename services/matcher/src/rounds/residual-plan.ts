import type { PlannedPlace, RoundPlan } from '@duijie/round-engine';
import { pairKey, type Pair } from './round';

/** Pins that do not fit into a plan together. */
export class PinsDoNotFit extends RangeError {}

/**
 * @returns the plan that is left to solve: vetoed and pinned pairs are out of it, and so are the places that pinned ones take
 * @throws PinsDoNotFit where more is pinned than a need, a package, a provider or a group has places
 */
export function residualPlan(plan: RoundPlan, pinned: readonly Pair[], vetoed: ReadonlySet<string>): RoundPlan {
  const taken = new Map<string, number>();
  const take = (id: string): unknown => taken.set(id, (taken.get(id) ?? 0) + 1);
  const above = new Map([...plan.packages, ...plan.providers].map((place) => [place.id, place.in]));
  const out = new Set(vetoed);
  for (const pair of pinned) {
    out.add(pairKey(pair));
    take(pair.needId);
    for (let id: string | undefined = pair.packageId; id !== undefined; id = above.get(id)) take(id);
  }
  const rest = (id: string, most: number): number => {
    const left = most - (taken.get(id) ?? 0);
    if (left < 0) throw new PinsDoNotFit(id);
    return left;
  };
  const place = (one: PlannedPlace): PlannedPlace => ({
    ...one,
    ...(one.places === undefined ? {} : { places: rest(one.id, one.places) }),
    ...(one.reserved === undefined ? {} : { reserved: Math.max(0, one.reserved - (taken.get(one.id) ?? 0)) }),
  });
  return {
    ...plan,
    needs: plan.needs.map((need) => ({ ...need, offers: rest(need.id, need.offers) })),
    packages: plan.packages.map(place),
    providers: plan.providers.map(place),
    groups: plan.groups.map(place),
    pairs: plan.pairs.filter((pair) => !out.has(pairKey(pair))),
  };
}
