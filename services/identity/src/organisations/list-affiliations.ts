import type { AffiliationView, Page } from '@duijie/contracts';
import { NotAllowed, NotFound, requireReach, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { actsFor, staffRoleOf } from './caller';
import { organisationSubject } from './organisation-subject';
import { createAffiliationsRepository } from './persistence/affiliations.repository';
import { createOrganisationsRepository } from './persistence/organisations.repository';

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state?: AffiliationView['state'] | undefined;
}

/** The public sees confirmed ties; the organisation itself and staff see all. */
export function listAffiliations({ database }: IdentityDeps) {
  const organisations = createOrganisationsRepository(database);
  const affiliations = createAffiliationsRepository(database);
  return async (ctx: Context, organisationId: string, query: Query): Promise<Page<AffiliationView>> => {
    const organisation = await organisations.find(ctx, organisationId);
    if (!organisation) throw new NotFound();
    requireReach(ctx, organisationSubject(organisation));
    const all = actsFor(ctx, organisationId) || staffRoleOf(ctx) !== null;
    if (!all && query.state !== undefined && query.state !== 'confirmed') throw new NotAllowed();
    return affiliations.page(ctx, organisationId, all ? query.state : 'confirmed', query);
  };
}
