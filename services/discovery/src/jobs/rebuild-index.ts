import type { SearchKind } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Logger } from '@duijie/service-kit';
import { engineDocument } from '../document/engine-document';
import { indexName, nextIndexName } from '../engine/index-name';
import { settingsVersion } from '../engine/index-settings';
import type { SearchEngine } from '../engine/search-engine';
import type { IndexingRepository } from '../persistence/indexing.repository';

const batch = 1000;

/**
 * Builds an index anew beside the one in use, then exchanges them in one step, so that a search finds one or the other; or
 * none, before the first time. What changes meanwhile goes into the old one by `between`, and into the new one after the
 * exchange.
 */
export const rebuildIndex =
  (deps: { indexing: IndexingRepository; engine: SearchEngine; namespace: string; clock: Clock; log: Logger }) =>
  async (kind: SearchKind, between: () => Promise<unknown>): Promise<void> => {
    const { indexing, engine, namespace, clock, log } = deps;
    const [live, next] = [indexName(namespace, kind), nextIndexName(namespace, kind)];
    const begunAt = clock.now();
    const begunRevision = await indexing.lastRevision();
    await engine.create(next);
    let documents = 0;
    for (let after = 0; ;) {
      const page = await indexing.visible(kind, after, batch);
      const put = page.flatMap(({ content, revision }) =>
        content === null ? [] : [engineDocument(content, revision)],
      );
      if (put.length > 0) await engine.put(next, put);
      documents += put.length;
      const last = page.at(-1);
      if (!last || page.length < batch) break;
      after = last.number;
      await between();
    }
    await engine.exchange(next, live);
    await indexing.markChangedSince(kind, begunRevision);
    await indexing.noteRebuilt(kind, settingsVersion, begunAt, clock.now());
    await engine.drop(next);
    log.info({ index: live, documents }, 'search index rebuilt and exchanged');
  };
