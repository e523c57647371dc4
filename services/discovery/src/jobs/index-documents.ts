import { searchKinds } from '@duijie/contracts';
import { serviceContext, type Database } from '@duijie/service-kit';
import { engineDocument } from '../document/engine-document';
import { indexName } from '../engine/index-name';
import type { SearchEngine } from '../engine/search-engine';
import type { IndexingRepository } from '../persistence/indexing.repository';

const batch = 1000;

/**
 * Tells the engine of everything due, in batches, until nothing is. An index that is missing is told nothing: it is built of
 * the whole table, and an engine that is given documents for it would make one without our settings.
 * @returns how many documents are no longer due
 */
export const indexDocuments =
  (deps: { database: Database; indexing: IndexingRepository; engine: SearchEngine; namespace: string }) =>
  async (): Promise<number> => {
    const { database, indexing, engine, namespace } = deps;
    let told = 0;
    for (;;) {
      const due = await indexing.due(batch);
      for (const kind of searchKinds) {
        const own = due.filter((d) => d.kind === kind);
        const index = indexName(namespace, kind);
        if (own.length === 0 || !(await engine.exists(index))) continue;
        const put = own.flatMap(({ content, revision }) =>
          content === null ? [] : [engineDocument(content, revision)],
        );
        const gone = own.filter((d) => d.content === null).map((d) => d.id);
        await Promise.all([
          put.length > 0 ? engine.put(index, put) : undefined,
          gone.length > 0 ? engine.remove(index, gone) : undefined,
        ]);
      }
      await database.run(serviceContext('discovery'), (ctx) => indexing.settle(ctx, due));
      told += due.length;
      if (due.length < batch) return told;
    }
  };
