import type { SearchStatus } from '@duijie/contracts';
import type { Context } from '@duijie/service-kit';
import { indexName } from './engine/index-name';
import { settingsVersion } from './engine/index-settings';
import type { SearchEngine } from './engine/search-engine';
import type { IndexingRepository } from './persistence/indexing.repository';

/** Shows how the indexes stand against the table. An engine that is away shows as such. */
export const showStatus =
  (deps: { indexing: IndexingRepository; engine: SearchEngine; namespace: string }) =>
  async (_ctx: Context): Promise<SearchStatus> => {
    const { indexing, engine, namespace } = deps;
    const [engineVersion, pending, states] = await Promise.all([
      engine.version().catch(() => null),
      indexing.pending(),
      indexing.states(),
    ]);
    return {
      engineAvailable: engineVersion !== null,
      engineVersion,
      settingsVersion,
      pending,
      indexes: await Promise.all(
        states.map(async (state) => {
          const index = indexName(namespace, state.kind);
          const [figures, facts] = await Promise.all([
            indexing.figures(state.kind),
            engineVersion === null ? null : engine.facts(index).catch(() => null),
          ]);
          return {
            kind: state.kind,
            index,
            documents: figures.documents,
            indexed: facts?.documents ?? null,
            rebuildRequestedAt: state.rebuildRequestedAt?.toISOString() ?? null,
            rebuiltAt: state.rebuiltAt?.toISOString() ?? null,
            settingsVersion: state.settingsVersion === 0 ? null : state.settingsVersion,
          };
        }),
      ),
    };
  };
