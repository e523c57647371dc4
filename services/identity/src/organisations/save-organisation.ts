import type { TransactionContext } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { organisationStateOf } from './http/organisation.presenter';
import type { OrganisationEntity } from './persistence/organisation.entity';
import { createOrganisationsRepository } from './persistence/organisations.repository';

/** Writes an organisation and publishes its whole public state. */
export function saveOrganisation({ database, outbox, clock }: Pick<IdentityDeps, 'database' | 'outbox' | 'clock'>) {
  const organisations = createOrganisationsRepository(database);
  const publish = async (ctx: TransactionContext, organisation: OrganisationEntity): Promise<void> => {
    const affiliations = await organisations.affiliations(ctx, organisation.id);
    await outbox.append(ctx, {
      type: 'organisation.changed.v1',
      aggregate: { type: 'organisation', id: organisation.id },
      sequence: organisation.version,
      data: organisationStateOf(organisation, affiliations),
    });
  };
  return {
    async add(ctx: TransactionContext, organisation: OrganisationEntity): Promise<OrganisationEntity> {
      await organisations.insert(ctx, organisation);
      await publish(ctx, organisation);
      return organisation;
    },
    /** @param by `import` leaves it untouched, so that the import can still be taken back @returns it with its next version */
    async change(
      ctx: TransactionContext,
      organisation: OrganisationEntity,
      part: Partial<OrganisationEntity>,
      by: 'person' | 'import' = 'person',
    ): Promise<OrganisationEntity> {
      const changed = { ...organisation, ...part };
      const next: OrganisationEntity = {
        ...changed,
        // A rejected organisation must not keep its code from the one whose it is.
        claimedCode: changed.verification === 'rejected' ? null : changed.creditCode,
        untouched: by === 'import' && organisation.untouched,
        version: organisation.version + 1,
        updatedAt: clock.now(),
      };
      await organisations.update(ctx, next);
      await publish(ctx, next);
      return next;
    },
  };
}
