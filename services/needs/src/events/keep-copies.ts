import type { EventHandlers } from '@duijie/service-kit';
import type { CopiesRepository } from '../persistence/copies.repository';

/** Keeps the copies of organisations, compounds and the taxonomy; what is not newer than the copy changes nothing. */
export const keepCopies = (copies: CopiesRepository): EventHandlers => ({
  'organisation.changed.v1': (ctx, event) => copies.putOrganisation(ctx, event.data, event.sequence),
  'compound.changed.v1': (ctx, event) => copies.putCompound(ctx, event.data, event.sequence),
  'taxonomy.changed.v1': (ctx, event) => copies.putTaxonomy(ctx, event.data, event.sequence),
});
