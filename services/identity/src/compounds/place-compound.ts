import type { Context, Database, Fault } from '@duijie/service-kit';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { resolvePlace } from '../places/resolve-place';
import { shortCommunityName } from '../places/short-community-name';
import type { TouchedCommunity } from './persistence/compounds.repository';

interface Placed {
  readonly district: string;
  readonly subdistrict: string;
  readonly communities: readonly TouchedCommunity[];
}

/** Checks where a compound lies and finds the organisations of its communities. @param exact see `resolvePlace` */
export function placeCompound(database: Database) {
  const resolve = resolvePlace(database);
  const organisations = createOrganisationsRepository(database);
  return async (
    ctx: Context,
    input: { readonly district: string; readonly subdistrict: string; readonly communities: readonly string[] },
    exact: boolean,
  ): Promise<Placed | { readonly faults: readonly Fault[] }> => {
    const resolved = await resolve(ctx, input, exact);
    if ('faults' in resolved) return resolved;
    const district = resolved.place.district ?? input.district;
    const { subdistrict } = input;
    const names = [...new Set(input.communities.map(shortCommunityName))];
    const communities = await Promise.all(
      names.map(async (community) => ({
        community,
        organisationId: await organisations.community(ctx, { district, subdistrict, community }),
      })),
    );
    return { district, subdistrict, communities };
  };
}
