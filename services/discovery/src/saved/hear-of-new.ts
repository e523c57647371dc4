import type { Clock } from '@duijie/domain-kit';
import { serviceContext, type Database, type Outbox } from '@duijie/service-kit';
import type { SearchContent } from '../document/search-content';
import { weighedTermsOf } from '../document/weighed-terms-of';
import type { DocumentsReadModel } from '../persistence/documents.read-model';
import type { NewDocumentsRepository } from '../persistence/new-documents.repository';
import type { SavedSearchEntity } from '../persistence/saved-search.entity';
import type { SavedSearchesRepository } from '../persistence/saved-searches.repository';
import { readQuery } from '../read-query';
import { termsOf } from '../text/terms';
import type { Vocabulary } from '../text/vocabulary';
import { fitsWords, passesFilters, type Newcomer } from './fits-saved';
import { foundItem } from './found-item';
import { tellFinder } from './tell-finder';

const documentsAtOnce = 200;
const searchesAtOnce = 500;
const mostItems = 10;

interface Fitting {
  readonly id: string;
  readonly version: number;
  readonly came: readonly SearchContent[];
}
interface Deps {
  readonly database: Database;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly documents: DocumentsReadModel;
  readonly vocabulary: () => Promise<Vocabulary>;
  readonly saved: SavedSearchesRepository;
  readonly fresh: NewDocumentsRepository;
}

/**
 * Holds documents that are there to be found for the first time against every saved search, and notes for each what came.
 * What was noted for a search and that the documents are no news any more is one transaction: nothing is told twice or
 * lost. Runs in the process that composes, one at a time.
 * @returns whether there are more
 */
export const hearOfNew = (deps: Deps) => async (): Promise<boolean> => {
  const { database, outbox, clock, documents, saved, fresh } = deps;
  const news = await fresh.take(serviceContext('discovery'), documentsAtOnce);
  if (news.length === 0) return false;
  const newcomers = news.map(({ content }): Newcomer => ({ content, terms: new Set(weighedTermsOf(content).keys()) }));

  /** Of a batch of searches, those for which something came. */
  const fitting = async (batch: readonly SavedSearchEntity[]): Promise<Fitting[]> => {
    // What the words of all are worth is read at once.
    const terms = new Set(batch.flatMap(({ query }) => termsOf(query.q)));
    const held = await documents.frequencies([...terms]);
    const read = readQuery({
      vocabulary: deps.vocabulary,
      documents: {
        ...documents,
        frequencies: async (some) => (some.every((term) => terms.has(term)) ? held : documents.frequencies(some)),
      },
    });
    const found: Fitting[] = [];
    for (const { id, version, query, organisationId } of batch) {
      // Words are read only where the filters leave something: reading costs most.
      const left = newcomers.filter(
        ({ content }) => content.item.organisation.id !== organisationId && passesFilters(query, content),
      );
      if (left.length === 0) continue;
      const reading = await read({ q: query.q, without: query.without });
      const came = left.filter((one) => fitsWords(reading, one));
      if (came.length > 0) found.push({ id, version, came: came.map(({ content }) => content) });
    }
    return found;
  };

  const found: Fitting[] = [];
  for (let last = ''; ;) {
    const batch = await saved.after(serviceContext('discovery'), last, searchesAtOnce);
    found.push(...(await fitting(batch)));
    if (batch.length < searchesAtOnce) break;
    last = batch.at(-1)?.id ?? '';
  }
  await database.run(serviceContext('discovery'), async (ctx) => {
    const now = clock.now();
    for (const { id, version, came } of found) {
      const search = await saved.lockById(ctx, id);
      // Gone, or changed meanwhile: what came was for other words.
      if (search?.version !== version) continue;
      const noted = {
        ...search,
        fresh: search.fresh + came.length,
        untold: search.untold + came.length,
        untoldItems: [...came.map(foundItem).toReversed(), ...search.untoldItems].slice(0, mostItems),
      };
      await saved.update(ctx, search.alert === 'at_once' ? await tellFinder(ctx, outbox, noted, now) : noted);
    }
    await fresh.noteFound(
      ctx,
      news.map(({ number }) => number),
      now,
    );
  });
  return news.length === documentsAtOnce;
};
