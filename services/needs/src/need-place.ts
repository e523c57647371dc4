import type { CompoundState, NeedBody, NeedPlaceInput } from '@duijie/contracts';
import type { Fault } from '@duijie/service-kit';

type Place = NeedBody['place'];

/** Where an organisation is at home. */
export interface HomePlace {
  readonly district: string | null;
  readonly subdistrict: string | null;
  readonly community: string | null;
}

/**
 * Settles where a need is: facts given go before the compound's, these before the poster's home.
 * @param given what the poster entered; undefined = the home
 * @param compound the compound that is meant, by its id or its name; null when none is known
 * @returns the place, or what is wrong
 */
export function placeFrom(
  given: NeedPlaceInput | undefined,
  home: HomePlace,
  compound: CompoundState | null,
): Place | Fault {
  if (given?.compoundId && !compound)
    return { pointer: '/place/compoundId', detail: { zh: '没有这个小区', en: 'There is no such compound' } };
  const district = given?.district ?? compound?.district ?? home.district;
  if (district === null)
    return {
      pointer: '/place/district',
      detail: { zh: '请说明在哪个区（市）县', en: 'Say in which district it is' },
    };
  const sameDistrict = district === home.district;
  const subdistrict = first(given?.subdistrict, compound?.subdistrict, sameDistrict ? home.subdistrict : null);
  const homeCommunity = sameDistrict && subdistrict === home.subdistrict ? home.community : null;
  const ownCommunity = compound?.communities.length === 1 ? compound.communities[0] : undefined;
  return {
    district,
    subdistrict,
    community: first(given?.community, ownCommunity, homeCommunity),
    compoundId: compound?.id ?? null,
    compound: first(given?.compound, compound?.name, null),
    compoundType: first(given?.compoundType, compound?.type, null),
    households: first(given?.households, compound?.households, null),
    floorAreaM2: first(given?.floorAreaM2, compound?.floorAreaM2, null),
    builtYear: first(given?.builtYear, compound?.builtYear, null),
    propertyState: first(given?.propertyState, compound?.propertyState, null),
    committeeState: first(given?.committeeState, compound?.committeeState, null),
    lng: first(given?.lng, compound?.lng, null),
    lat: first(given?.lat, compound?.lat, null),
  };
}

const first = <T>(given: T | undefined, known: T | undefined, otherwise: T): T => given ?? known ?? otherwise;

/** Where a compound is to be looked for that is only named; null where the subdistrict is not known. */
export function namedCompound(
  given: NeedPlaceInput | undefined,
  home: HomePlace,
): { readonly district: string; readonly subdistrict: string; readonly name: string } | null {
  if (!given?.compound) return null;
  const district = given.district ?? home.district;
  const subdistrict = given.subdistrict ?? (district === home.district ? home.subdistrict : null);
  return district === null || subdistrict === null ? null : { district, subdistrict, name: given.compound };
}
