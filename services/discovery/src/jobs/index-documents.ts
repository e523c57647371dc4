import { searchKinds } from '@duijie/contracts';
import { serviceContext, type Database } from '@duijie/service-kit';
import { engineDocument } from '../document/engine-document';
import { indexName } from '../engine/index-name';
import type { SearchEngine } from '../engine/search-engine';
import type { IndexingRepository } from '../persistence/indexing.repository';

const batch = 1000;

/** Tells the engine of everything due, in batches, until nothing is. @returns how many documents it was told of */
export const indexDocuments =
  (deps: { database: Database; indexing: IndexingRepository; engine: SearchEngine; namespace: string }) =>
  async (): Promise<number> => {
    const { database, indexing, engine, namespace } = deps;
    let told = 0;
    for (;;) {
      const due = await indexing.due(batch);
      for (const kind of searchKinds) {
        const own = due.filter((d) => d.kind === kind);
        const put = own.flatMap(({ content, revision }) =>
          content === null ? [] : [engineDocument(content, revision)],
        );
        const gone = own.filter((d) => d.content === null).map((d) => d.id);
        const index = indexName(namespace, kind);
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
