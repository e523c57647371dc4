import { searchKinds, type SearchKind } from '@duijie/contracts';
import type { Logger } from '@duijie/service-kit';
import { indexName } from '../engine/index-name';
import type { SearchEngine } from '../engine/search-engine';
import type { IndexingRepository } from '../persistence/indexing.repository';

/**
 * Compares every index with the table and has mended what differs: an index that was emptied or set back gets its documents
 * again; one that is missing, has other settings, or documents that the table does not know, is rebuilt.
 */
export const watchIndexes =
  (deps: {
    indexing: IndexingRepository;
    engine: SearchEngine;
    namespace: string;
    log: Logger;
    rebuild: (kind: SearchKind) => Promise<void>;
  }) =>
  async (): Promise<void> => {
    const { indexing, engine, namespace, log, rebuild } = deps;
    for (const kind of searchKinds) {
      const index = indexName(namespace, kind);
      const table = await indexing.figures(kind);
      const facts = await engine.facts(index);
      if (facts === null) {
        log.warn({ index, documents: table.documents }, 'search index is missing; it is built again by itself');
        await rebuild(kind);
      } else if (facts.differingSettings.length > 0) {
        log.warn(
          { index, settings: facts.differingSettings },
          'search index has other settings; it is rebuilt by itself',
        );
        await rebuild(kind);
      } else if (table.due > 0) continue;
      else if (facts.documents > table.documents) {
        log.warn(
          { index, documents: table.documents, indexed: facts.documents },
          'search index holds documents that should not be there; it is rebuilt by itself',
        );
        await rebuild(kind);
      } else if (facts.documents < table.documents || facts.revision < table.revision) {
        const from = facts.documents < table.documents ? 0 : facts.revision;
        const told = await indexing.markDue(kind, from);
        log.warn(
          { index, documents: table.documents, indexed: facts.documents, told },
          'search index lacks documents; they are sent again by themselves',
        );
      }
    }
  };
