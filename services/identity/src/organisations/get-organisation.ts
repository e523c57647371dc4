import type { OrganisationView } from '@duijie/contracts';
import { NotFound, requireReach, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { actsFor, staffRoleOf } from './caller';
import { presentOrganisation } from './http/organisation.presenter';
import { organisationSubject } from './organisation-subject';
import { createOrganisationsRepository } from './persistence/organisations.repository';

export function getOrganisation({ database, sealing }: IdentityDeps) {
  const organisations = createOrganisationsRepository(database);
  return async (ctx: Context, organisationId: string): Promise<OrganisationView> => {
    const organisation = await organisations.find(ctx, organisationId);
    if (!organisation) throw new NotFound();
    requireReach(ctx, organisationSubject(organisation));
    const affiliations = await organisations.affiliations(ctx, organisationId);
    const closed = actsFor(ctx, organisationId) || staffRoleOf(ctx) !== null;
    return presentOrganisation(organisation, affiliations, sealing, closed);
  };
}
