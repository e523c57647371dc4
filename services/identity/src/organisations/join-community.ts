import type { TransactionContext } from '@duijie/service-kit';
import { linkCompounds } from '../compounds/persistence/link-compounds';
import type { IdentityDeps } from '../identity-deps';
import { findCommunityCode } from '../places/find-community-code';
import { createCommunityClaims } from '../places/persistence/community-claims.repository';
import type { OrganisationEntity } from './persistence/organisation.entity';

/** Joins a community's organisation to the pre-loaded community of its name, and to the compounds there. */
export function joinCommunity({ database }: Pick<IdentityDeps, 'database'>) {
  const claims = createCommunityClaims(database);
  const codeOf = findCommunityCode(database);
  return async (ctx: TransactionContext, organisation: OrganisationEntity): Promise<void> => {
    const { kind, district, subdistrict, community, id } = organisation;
    if (kind !== 'community' || district === null || subdistrict === null || community === null) return;
    const code = await codeOf(ctx, { district, subdistrict }, community);
    if (code !== null) await claims.link(ctx, code, id);
    await linkCompounds(database)(ctx, { district, subdistrict, community }, id);
  };
}
