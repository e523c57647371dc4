import type { ImportView } from '@duijie/contracts';
import { requireReach } from '../auth/grants';
import type { Context } from '../context';
import { Conflict, NotFound } from '../errors';
import { requireVersion } from '../persistence/require-version';
import { presentImport } from './present-import';
import { starterOf, type StartDeps } from './start-import';

/** Begins to take an import back; its rows follow in the queue, newest first. */
export const undoImport =
  ({ database, store, audit, clock, enqueue }: StartDeps, kind: string) =>
  (ctx: Context, importId: string, ifMatch: number): Promise<ImportView> =>
    database.run(ctx, async (inner) => {
      const job = await store.lock(inner, importId, false);
      if (job?.kind !== kind) throw new NotFound();
      requireReach(ctx, { organisationId: job.organisationId, visible: false });
      requireVersion(ifMatch, job.version);
      if (job.dryRun)
        throw new Conflict('import.dry-run', { zh: '试导入没有写入任何内容', en: 'A trial wrote nothing' });
      if (job.state !== 'done' && job.state !== 'failed')
        throw new Conflict('import.not-finished', {
          zh: '只有已结束、未撤销的导入可以撤销',
          en: 'Only an import that has ended and was not undone can be undone',
        });
      await audit.record(inner, {
        action: 'import.undo-started',
        aggregate: { type: 'import', id: importId },
        from: job.state,
        to: 'undoing',
      });
      job.state = 'undoing';
      job.version += 1;
      job.attempts = 0;
      job.failure = null;
      job.finishedAt = null;
      job.undoer = starterOf(ctx);
      job.progressedAt = clock.now();
      await store.save(inner, job);
      inner.transaction.afterCommit(() => enqueue(job));
      return presentImport(job, ctx.locale);
    });
