import type { DeskTerms } from '@duijie/contracts';
import { requireVersion, type Context } from '@duijie/service-kit';
import type { QueueDeps } from './queue-deps';

/** New terms hold for what comes to the queue from now on. */
export const changeTerms =
  ({ audit, database, tasks }: Pick<QueueDeps, 'audit' | 'database' | 'tasks'>) =>
  (ctx: Context, terms: Omit<DeskTerms, 'version'>, ifMatch: number): Promise<DeskTerms> =>
    database.run(ctx, async (inner) => {
      const { version, ...before } = await tasks.lockTerms(inner);
      requireVersion(ifMatch, version);
      const after = { ...terms, version: version + 1 };
      await tasks.putTerms(inner, after);
      await audit.record(inner, {
        action: 'desk-terms.changed',
        aggregate: { type: 'desk-terms', id: 'queue' },
        data: { before, after: terms },
      });
      return after;
    });
