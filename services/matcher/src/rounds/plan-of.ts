import type { RoundPlan } from '@duijie/round-engine';
import type { RoundFacts } from './round';

/** @returns the plan of all pairs, marks left aside */
export function planOf({ roundId, settings, needs, packages, pairs, offersBefore }: RoundFacts): RoundPlan {
  const { packagePlaces, providerPlaces, groupPlaces, reservedForSmall, rotationPoints } = settings;
  const candidates = new Set(pairs.map(({ packageId }) => packageId));
  const providers = new Map<string, { groupId: string | null; reserved: boolean }>();
  for (const { packageId, providerId, groupId, small } of packages) {
    const known = providers.get(providerId);
    // Who has no candidate can be kept nothing.
    const reserved = (known?.reserved ?? false) || (small && candidates.has(packageId));
    providers.set(providerId, { groupId, reserved });
  }
  const groups = new Set([...providers.values()].flatMap(({ groupId }) => groupId ?? []));
  return {
    roundId,
    needs: needs.map(({ needId, district, offers }) => ({
      id: needId,
      offers: offers ?? settings.offersPerNeed,
      districtId: district,
    })),
    packages: packages.map(({ packageId, providerId, free, places }) => ({
      id: packageId,
      in: providerId,
      places: places ?? Math.min(free, packagePlaces ?? free),
    })),
    providers: [...providers].map(([id, { groupId, reserved }]) => ({
      id,
      ...(groupId === null ? {} : { in: `group:${groupId}` }),
      ...(providerPlaces === null ? {} : { places: providerPlaces }),
      ...(reserved && reservedForSmall > 0 ? { reserved: reservedForSmall } : {}),
    })),
    groups: [...groups].map((id) => ({
      id: `group:${id}`,
      ...(groupPlaces === null ? {} : { places: groupPlaces }),
    })),
    pairs: pairs.map(({ needId, packageId, score }) => ({ needId, packageId, score })),
    ...(rotationPoints === 0 ? {} : { rotation: { pointsAnOffer: rotationPoints, offersBefore } }),
    ...(settings.fairDistricts ? { fairDistricts: true } : {}),
  };
}

/** @returns the organisation of a place that is a provider or a group of providers */
export const organisationOf = (placeId: string): string => placeId.replace(/^group:/, '');
