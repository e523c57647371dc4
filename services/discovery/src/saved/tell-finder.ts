import type { Outbox, TransactionContext } from '@duijie/service-kit';
import type { SavedSearchEntity } from '../persistence/saved-search.entity';

/** Tells whoever saved the search of what came since the last time. @returns the search with nothing left to tell */
export async function tellFinder(
  ctx: TransactionContext,
  outbox: Outbox,
  saved: SavedSearchEntity,
  now: Date,
): Promise<SavedSearchEntity> {
  const { id, personId, organisationId, name, alert, untold, untoldItems } = saved;
  const tellings = saved.tellings + 1;
  if (alert !== 'off')
    await outbox.append(ctx, {
      type: 'search.found.v1',
      aggregate: { type: 'saved_search', id },
      sequence: tellings,
      data: { savedSearchId: id, personId, organisationId, name, alert, count: untold, items: untoldItems },
    });
  return { ...saved, untold: 0, untoldItems: [], tellings, toldAt: now };
}
