import type { SearchKind } from '@duijie/contracts';
import { Loop, type Logger } from '@duijie/service-kit';
import { settingsVersion } from '../engine/index-settings';
import type { IndexerLock } from '../persistence/indexer-lock';
import type { IndexingRepository } from '../persistence/indexing.repository';

const pollMs = 1000;
const watchEveryMs = 3000;

export interface Indexer {
  start(): void;
  nudge(): void;
  stop(): Promise<void>;
}

/**
 * Keeps documents and indexes in line with what was told, in one process at a time: compose, rebuild where asked or where
 * the settings are of another version, watch, tell the engine. While the engine is away, documents are composed all the
 * same, since the degraded search reads them.
 */
export function createIndexer(deps: {
  lock: IndexerLock;
  indexing: IndexingRepository;
  /** @returns whether there is more to compose */
  compose: () => Promise<boolean>;
  tell: () => Promise<number>;
  rebuild: (kind: SearchKind, between: () => Promise<unknown>) => Promise<void>;
  /** Tells saved searches of what is new. @returns whether there is more */
  hear: () => Promise<boolean>;
  watch: () => Promise<void>;
  log: Logger;
}): Indexer {
  const { lock, indexing, compose, tell, rebuild, hear, watch, log } = deps;
  let watchedAtMs = Number.NEGATIVE_INFINITY;
  const between = async (): Promise<void> => {
    await compose();
    await tell();
  };
  const loop = new Loop(
    'indexer',
    pollMs,
    async () => {
      if (!(await lock.hold())) return;
      let more = await compose();
      try {
        for (const state of await indexing.states())
          if (state.settingsVersion !== settingsVersion || state.rebuildRequestedAt !== null)
            await rebuild(state.kind, between);
        if (performance.now() - watchedAtMs >= watchEveryMs) {
          await watch();
          watchedAtMs = performance.now();
        }
        await tell();
        while (more) {
          more = await compose();
          await tell();
        }
      } finally {
        // Tables tell what is new; whether the engine is there makes no difference.
        while (await hear());
      }
    },
    log,
  );
  return {
    start: () => loop.start(),
    nudge: () => loop.nudge(),
    async stop() {
      await loop.stop();
      await lock.release();
    },
  };
}
