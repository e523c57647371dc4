import type { NeedBody, OrganisationState, PackageBody, TaxonomyState } from '@duijie/contracts';
import { addDays } from '@duijie/domain-kit';
import {
  PROVIDER_KINDS,
  type EngineNeed,
  type EnginePackage,
  type ProviderKind,
  type TaxonomyLeaf,
} from '@duijie/match-engine';
import { isDeepStrictEqual } from 'node:util';
import type { ConflictWall } from './conflict-wall';

const openWindowDays = 365;
/** As the needs service fills categories in from what it understood. */
const mostProposedCategories = 3;
const isProviderKind = (kind: string): kind is ProviderKind => (PROVIDER_KINDS as readonly string[]).includes(kind);

function windowOf(need: NeedBody): EngineNeed['window'] {
  const { start, end } = need.window;
  if (start !== null && end !== null) return { start, end };
  if (start !== null) return { start, end: addDays(start, openWindowDays) };
  return end === null ? null : { start: (need.publishedAt ?? need.updatedAt).slice(0, 10), end };
}

function moneyOf({ money }: NeedBody): EngineNeed['money'] {
  if (money.kind === 'fixed') return { kind: 'fixed_sum', sumFen: money.amountFen };
  if (money.kind === 'range') return { kind: 'budget', minFen: money.minFen, maxFen: money.maxFen };
  return money.kind === 'none'
    ? { kind: 'budget', minFen: 0, maxFen: 0 }
    : { kind: 'budget', minFen: null, maxFen: null };
}

/** What a person gave or confirmed. Of proposals the engine makes more itself, by weighing all that the text leans to. */
function askedOf({ categories, components }: NeedBody): Pick<EngineNeed, 'categories' | 'components'> {
  const proposed = components.filter(({ source }) => source === 'proposed').map(({ code }) => code);
  const isProposed = proposed.length > 0 && isDeepStrictEqual(categories, proposed.slice(0, mostProposedCategories));
  return {
    categories: isProposed ? [] : categories,
    components: components.flatMap(({ code, confidence, source }) =>
      source === 'proposed' ? [] : [{ code, confidence }],
    ),
  };
}

/** A copied need as the engine reads it. */
export const engineNeedOf = (need: NeedBody, wall: ConflictWall): EngineNeed => ({
  id: need.id,
  title: need.title,
  description: need.description,
  ...askedOf(need),
  place: {
    district: need.place.district,
    subdistrict: need.place.subdistrict,
    lng: need.place.lng,
    lat: need.place.lat,
  },
  compound: {
    type: need.place.compoundType,
    households: need.place.households,
    chargedAreaM2: need.place.floorAreaM2,
    propertyState: need.place.propertyState,
    committeeState: need.place.committeeState,
  },
  money: moneyOf(need),
  funding: need.funding ?? 'none',
  eligibleKinds: need.eligibleKinds.filter(isProviderKind),
  requiredQualifications: need.requiredQualifications,
  window: windowOf(need),
  urgency: need.urgency,
  excludedOrganisationIds: wall.excluded,
  noBonusProviderIds: wall.flagged,
});

/**
 * A copied package as the engine reads it.
 * @param capacityUsed how much of it is taken by awards and running agreements
 * @param exposureOwedPermille by the ledger of exposure
 * @param provider null while no event of it has come: then a published package vouches for it, since only verified
 * providers publish
 */
export function enginePackageOf(
  pkg: PackageBody,
  provider: OrganisationState | null,
  capacityUsed: number,
  exposureOwedPermille = 0,
): EnginePackage {
  const kind = provider?.kind ?? pkg.providerKind;
  if (!isProviderKind(kind)) throw new RangeError(`${kind} cannot provide packages (${pkg.id})`);
  const { districts, radius } = pkg.serviceArea;
  return {
    id: pkg.id,
    providerId: pkg.providerId,
    title: pkg.title,
    description: pkg.description,
    categories: pkg.categories,
    kind,
    district: provider?.district ?? null,
    qualifications: (provider?.qualifications ?? []).map(({ name, expiresOn }) => ({ name, expires: expiresOn })),
    businessScope: provider?.businessScope ?? null,
    rating: { mean: pkg.trackRecord.ratingMean, count: pkg.trackRecord.ratingCount },
    completed: pkg.trackRecord.completed,
    verified: provider ? provider.verification === 'verified' : pkg.state === 'published',
    published: pkg.state === 'published',
    serviceArea:
      radius !== null && districts.length === 0 ? { kind: 'radius', ...radius } : { kind: 'districts', districts },
    price: pkg.price,
    capacity: pkg.capacity,
    capacityUsed,
    exposureOwedPermille,
    leadTimeDays: pkg.leadTimeDays,
    coreService: pkg.coreService,
    updatedAt: pkg.updatedAt.slice(0, 10),
  };
}

/** Leaves in use, as the engine reads them. */
export const engineLeavesOf = (taxonomy: TaxonomyState): readonly TaxonomyLeaf[] =>
  taxonomy.groups.flatMap((group) =>
    group.leaves
      .filter((leaf) => !leaf.retired)
      .map(({ code, zh, synonyms }) => ({ code, zh, synonyms, groupCode: group.code })),
  );
