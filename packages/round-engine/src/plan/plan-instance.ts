import { fairFloors } from '../fairness/fair-floors';
import type { RoundInstance } from '../round-instance';
import type { Funds } from '../funds/funds';
import { canonicalPlan } from './canonical-plan';
import { drawWeights } from './draw-weights';
import { planFunds } from './plan-funds';
import type { PlannedPlace, RoundPlan } from './round-plan';
import { snapshotHash } from './snapshot-hash';

/** A plan in dense numbers, with the way back. */
export interface PlannedInstance {
  readonly instance: RoundInstance;
  readonly snapshot: string;
  /** Need and package of each pair, by number of the pair. */
  readonly names: readonly { readonly needId: string; readonly packageId: string }[];
  /** Ids of needs; of packages, providers and groups of providers as one row; of districts. */
  readonly needIds: readonly string[];
  readonly nodeIds: readonly string[];
  readonly districtIds: readonly string[];
  /** Who pays and how much; null where no money is counted. Funds by their order of ids. */
  readonly funds: Funds | null;
}

const NO_LIMIT = 2 ** 31 - 1;

/**
 * @returns The round of a plan; the same for every order in which the plan may be written.
 * @throws RangeError where the plan names what it does not hold, or something twice.
 */
export function planInstance(given: RoundPlan): PlannedInstance {
  const plan = canonicalPlan(given);
  const places: PlannedPlace[] = [...plan.packages, ...plan.providers, ...plan.groups];
  const needAt = numbered(plan.needs, 'need');
  const packageAt = numbered(plan.packages, 'package');
  const providerAt = numbered(plan.providers, 'provider');
  const groupAt = numbered(plan.groups, 'group');
  const [packages, providers] = [plan.packages.length, plan.providers.length];
  const parent = Int32Array.from(places, ({ in: above }, v) => {
    if (above === undefined) return -1;
    if (v < packages) return packages + at(providerAt, above, 'provider');
    if (v < packages + providers) return packages + providers + at(groupAt, above, 'group');
    throw new RangeError('a group of providers is in nothing');
  });
  const districtIds = [...new Set(plan.needs.flatMap(({ districtId }) => districtId ?? []))].toSorted();
  const districtAt = new Map(districtIds.map((id, n) => [id, n]));
  const rowStart = new Int32Array(plan.needs.length + 1);
  for (const { needId } of plan.pairs) rowStart[at(needAt, needId, 'need') + 1]!++;
  for (let i = 0; i < plan.needs.length; i++) rowStart[i + 1]! += rowStart[i]!;
  const { rotation } = plan;
  const weight = Float64Array.from(plan.pairs, ({ packageId, score }, e) => {
    const before = plan.pairs[e - 1];
    if (before?.packageId === packageId && before.needId === plan.pairs[e]!.needId)
      throw new RangeError(`the pair of ${before.needId} and ${packageId} is there twice`);
    if (!Number.isSafeInteger(score)) throw new RangeError(`${score} is no integer score`);
    const provider = plan.packages[at(packageAt, packageId, 'package')]!.in ?? '';
    const had = rotation?.offersBefore[provider] ?? 0;
    return score - (rotation?.pointsAnOffer ?? 0) * had;
  });
  const base: RoundInstance = {
    needCount: plan.needs.length,
    demand: Int32Array.from(plan.needs, ({ offers }) => offers),
    mandatory: Uint8Array.from(plan.needs, ({ must }) => Number(must ?? false)),
    groupOf: Int32Array.from(plan.needs, ({ districtId }) =>
      districtId === undefined ? -1 : districtAt.get(districtId)!,
    ),
    groupFloor: new Int32Array(districtIds.length),
    rowStart,
    packageOf: Int32Array.from(plan.pairs, ({ packageId }) => packageAt.get(packageId)!),
    weight,
    packageCount: packages,
    nodeCount: places.length,
    parent,
    capacity: Int32Array.from(places, (place) => place.places ?? NO_LIMIT),
    floor: Int32Array.from(places, ({ reserved }) => reserved ?? 0),
  };
  const names = plan.pairs.map(({ needId, packageId }) => ({ needId, packageId }));
  const snapshot = snapshotHash(plan);
  const instance = {
    ...base,
    ...(plan.fairDistricts ? { groupFloor: fairFloors(base) } : {}),
    ...(plan.drawWith === undefined ? {} : { weight: drawWeights(base, names, snapshot, plan.drawWith) }),
  };
  return {
    instance,
    snapshot,
    names,
    needIds: plan.needs.map(({ id }) => id),
    nodeIds: places.map(({ id }) => id),
    districtIds,
    funds: planFunds(plan),
  };
}

const numbered = (rows: readonly { readonly id: string }[], what: string): Map<string, number> => {
  const places = new Map<string, number>();
  for (const [n, { id }] of rows.entries()) {
    if (places.has(id)) throw new RangeError(`the ${what} ${id} is there twice`);
    places.set(id, n);
  }
  return places;
};

const at = (places: Map<string, number>, id: string, what: string): number => {
  const place = places.get(id);
  if (place === undefined) throw new RangeError(`there is no ${what} ${id}`);
  return place;
};
