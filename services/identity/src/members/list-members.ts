import type { MemberView, Page } from '@duijie/contracts';
import { NotFound, requireReach, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { organisationSubject } from '../organisations/organisation-subject';
import { createOrganisationsRepository } from '../organisations/persistence/organisations.repository';
import { createMembershipsRepository } from './persistence/memberships.repository';

/** For colleagues and association staff; to everybody else the list does not exist. */
export function listMembers({ database }: IdentityDeps) {
  const organisations = createOrganisationsRepository(database);
  const memberships = createMembershipsRepository(database);
  return async (
    ctx: Context,
    organisationId: string,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<MemberView>> => {
    const organisation = await organisations.find(ctx, organisationId);
    if (!organisation) throw new NotFound();
    requireReach(ctx, { ...organisationSubject(organisation), visible: false });
    return memberships.page(ctx, organisationId, query);
  };
}
