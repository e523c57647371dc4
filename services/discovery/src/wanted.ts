import { searchKinds, type SearchKind, type SearchQuery } from '@duijie/contracts';
import { ValidationFailed } from '@duijie/service-kit';

/** Conditions of a search, as both ways of finding read them. */
export interface Wanted {
  readonly kinds: readonly SearchKind[];
  readonly query: SearchQuery;
  /** The place asked for, or null. */
  readonly near: { readonly lng: number; readonly lat: number; readonly km: number | null } | null;
}

/** @throws ValidationFailed when a place is half given, or asked for by the order or the distance and not given */
export function wantedOf(query: SearchQuery): Wanted {
  const { lng, lat, km, sort } = query;
  if (lng === undefined || lat === undefined) {
    const half = lng === undefined ? '?lng' : '?lat';
    if (lng !== lat || km !== undefined || sort === 'distance')
      throw new ValidationFailed([
        {
          pointer: half,
          detail: { zh: '按距离查找时，经度和纬度都要给出', en: 'A place needs both longitude and latitude' },
        },
      ]);
  }
  return {
    kinds: query.kind && query.kind.length > 0 ? [...new Set(query.kind)] : searchKinds,
    query,
    near: lng === undefined || lat === undefined ? null : { lng, lat, km: km ?? null },
  };
}
