import type { NeedBody, PackageBody } from '@duijie/contracts';
import { serviceContext, type Database } from '@duijie/service-kit';
import type { DistrictsWithin } from '../document/district-centres';
import { leafLookup, type LeafLookup } from '../document/leaf-words';
import { needContent } from '../document/need-content';
import { packageContent } from '../document/package-content';
import { isPublicProvider, providerContent } from '../document/provider-content';
import type { SearchContent } from '../document/search-content';
import type { ComposerRepository, StaleDocument } from '../persistence/composer.repository';

const batch = 100;
/** Then the engine is told, so that a large import is found while it goes on. */
const mostBatches = 5;

function contentOf(
  document: StaleDocument,
  lookUp: LeafLookup,
  districtsWithin: DistrictsWithin,
): SearchContent | null {
  const { kind, source, organisation, offers } = document;
  switch (kind) {
    case 'need':
      return source === null ? null : needContent(source as NeedBody, organisation?.kind ?? null, lookUp);
    case 'package':
      return source === null || organisation?.verification !== 'verified'
        ? null
        : packageContent(source as PackageBody, lookUp, districtsWithin);
    case 'provider':
      return organisation === null || !isPublicProvider(organisation)
        ? null
        : providerContent(organisation, offers, lookUp);
  }
}

/** Composes what is stale, some batches of it. @returns whether there is more */
export const composeDocuments =
  (database: Database, composer: ComposerRepository, centres: () => Promise<DistrictsWithin>) =>
  async (): Promise<boolean> => {
    const districtsWithin = await centres();
    for (let batches = 0; batches < mostBatches; batches += 1) {
      const done = await database.run(serviceContext('discovery'), async (ctx) => {
        const taxonomy = await composer.taxonomy(ctx);
        const stale = await composer.takeStale(ctx, batch);
        if (stale.length === 0) return 0;
        const lookUp = leafLookup(taxonomy);
        await composer.put(
          ctx,
          stale.map((document) => ({ document, content: contentOf(document, lookUp, districtsWithin) })),
        );
        return stale.length;
      });
      if (done < batch) return false;
    }
    return true;
  };
