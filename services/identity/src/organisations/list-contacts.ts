import type { ContactPerson } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { openContact } from './http/organisation.presenter';
import { createOrganisationsRepository } from './persistence/organisations.repository';

/** Contact persons of organisations, for services only: they answer for who sees them. */
export function listContacts({ database, sealing }: Pick<IdentityDeps, 'database' | 'sealing'>) {
  const organisations = createOrganisationsRepository(database);
  return async (
    ctx: Context,
    organisationIds: readonly string[],
  ): Promise<{ items: { organisationId: string; contact: ContactPerson | null }[] }> => ({
    items: (await organisations.findAll(ctx, organisationIds)).map(({ id, contact }) => ({
      organisationId: id,
      contact: openContact(sealing, contact),
    })),
  });
}
