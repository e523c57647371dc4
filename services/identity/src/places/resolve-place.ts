import type { Context, Database, Fault } from '@duijie/service-kit';
import { createPlaceNames } from './persistence/place-names.read-model';

/** A place by names, as everybody else in Duijie knows it. */
export interface ResolvedPlace {
  /** Where a managing district manages the subdistrict, its name. */
  readonly district: string | null;
  readonly subdistrict: string | null;
}
export interface PlaceInput {
  readonly district: string | null;
  readonly subdistrict: string | null;
}

/**
 * Checks a place against the city's.
 * @param exact whether an unknown subdistrict is a fault; imports take it as it is
 * @returns the place, or faults that point to `/district` and `/subdistrict`
 */
export function resolvePlace(database: Database) {
  const names = createPlaceNames(database);
  return async (
    ctx: Context,
    { district, subdistrict }: PlaceInput,
    exact: boolean,
  ): Promise<{ readonly place: ResolvedPlace } | { readonly faults: readonly Fault[] }> => {
    const fault = (pointer: string, zh: string, en: string) => ({ faults: [{ pointer, detail: { zh, en } }] });
    if (district === null)
      return subdistrict === null
        ? { place: { district, subdistrict } }
        : fault('/district', '请一并填写所在区', 'Give the district too');
    if (!(await names.districtExists(ctx, district)))
      return fault('/district', `没有“${district}”这个区（市）县`, `There is no district ${district}`);
    if (subdistrict === null) return { place: { district, subdistrict } };
    const found = (await names.subdistricts(ctx, subdistrict)).find(
      (s) => s.district === district || s.managing === district,
    );
    if (found) return { place: { district: found.managing ?? found.district, subdistrict } };
    return exact
      ? fault('/subdistrict', `${district}没有“${subdistrict}”`, `${district} has no subdistrict ${subdistrict}`)
      : { place: { district, subdistrict } };
  };
}
