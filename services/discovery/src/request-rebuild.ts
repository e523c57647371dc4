import type { SearchStatus } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Audit, Context, Database } from '@duijie/service-kit';
import type { IndexingRepository } from './persistence/indexing.repository';

/** Notes that every index is to be built anew; the indexer does it. @returns how the indexes stand now */
export const requestRebuild =
  (deps: {
    database: Database;
    audit: Audit;
    clock: Clock;
    indexing: IndexingRepository;
    nudge: () => void;
    showStatus: (ctx: Context) => Promise<SearchStatus>;
  }) =>
  async (ctx: Context, { reason }: { reason: string }): Promise<SearchStatus> => {
    await deps.database.run(ctx, async (inner) => {
      await deps.indexing.requestRebuild(inner, deps.clock.now());
      await deps.audit.record(inner, {
        action: 'search.rebuild-requested',
        aggregate: { type: 'search', id: 'indexes' },
        reason,
      });
      inner.transaction.afterCommit(deps.nudge);
    });
    return deps.showStatus(ctx);
  };
