import type { EventHandlers, TransactionContext } from '@duijie/service-kit';
import type { CopiesRepository } from '../persistence/copies.repository';

/**
 * Keeps the copies of organisations, compounds and the taxonomy; what is not newer than the copy changes nothing.
 * @param named told the name of an organisation that has changed
 */
export const keepCopies = (
  copies: CopiesRepository,
  named: (ctx: TransactionContext, organisationId: string, name: string) => Promise<void>,
): EventHandlers => ({
  async 'organisation.changed.v1'(ctx, { data, sequence }) {
    if (await copies.putOrganisation(ctx, data, sequence)) await named(ctx, data.id, data.name);
  },
  'compound.changed.v1': (ctx, event) => copies.putCompound(ctx, event.data, event.sequence),
  'taxonomy.changed.v1': (ctx, event) => copies.putTaxonomy(ctx, event.data, event.sequence),
});
