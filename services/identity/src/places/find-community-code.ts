import type { Context, Database } from '@duijie/service-kit';
import { createPlaceNames } from './persistence/place-names.read-model';
import type { ResolvedPlace } from './resolve-place';
import { shortCommunityName } from './short-community-name';

/** Code of a community by its names, or null where the data does not know it. @param community in any usual form */
export function findCommunityCode(database: Database) {
  const names = createPlaceNames(database);
  return async (ctx: Context, place: ResolvedPlace, community: string): Promise<string | null> => {
    if (place.subdistrict === null) return null;
    const found = (await names.subdistricts(ctx, place.subdistrict)).find(
      (s) => s.district === place.district || s.managing === place.district,
    );
    return found ? names.communityCode(ctx, found.code, shortCommunityName(community)) : null;
  };
}
