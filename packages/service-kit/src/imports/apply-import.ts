import type { ImportView } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import { requireReach } from '../auth/grants';
import type { Context } from '../context';
import { Conflict, NotFound } from '../errors';
import { presentImport } from './present-import';
import { requireRoom, starterOf, type StartDeps } from './start-import';

/**
 * Begins the import that a trial tried, with the rows it kept: the file need not be sent again. What a trial refused is
 * tried once more, for it may have missed only what rows before it make.
 */
export const applyImport =
  ({ database, store, audit, clock, enqueue }: StartDeps, kind: string) =>
  (ctx: Context, importId: string): Promise<ImportView> =>
    database.run(ctx, async (inner) => {
      const trial = await store.lock(inner, importId, false);
      if (trial?.kind !== kind) throw new NotFound();
      requireReach(ctx, { organisationId: trial.organisationId, visible: false });
      if (!trial.dryRun) throw new Conflict('import.no-trial', { zh: '这不是试导入', en: 'This was not a trial' });
      if (trial.state !== 'done')
        throw new Conflict('import.not-finished', {
          zh: '试导入还没有结束',
          en: 'The trial has not ended',
        });
      await requireRoom(store, inner, trial.organisationId);
      const now = clock.now();
      const id = newId(now.getTime());
      const pending = await store.takeOver(inner, trial.id, id);
      if (pending === 0)
        throw new Conflict('import.applied', {
          zh: '这份试导入的内容已经导入过，或已被后来的试导入取代。请重新选择文件',
          en: 'The rows of this trial were imported already, or a later trial took its place. Choose the file again',
        });
      const job = {
        ...trial,
        id,
        version: 1,
        starter: starterOf(ctx),
        undoer: null,
        dryRun: false,
        state: 'queued' as const,
        pending,
        created: 0,
        updated: 0,
        unchanged: 0,
        refused: trial.rows - pending,
        undone: 0,
        kept: 0,
        attempts: 0,
        failure: null,
        createdAt: now,
        startedAt: null,
        progressedAt: now,
        finishedAt: null,
      };
      await store.insert(inner, job, []);
      await audit.record(inner, {
        action: 'import.started',
        aggregate: { type: 'import', id },
        to: 'queued',
        data: { kind, source: job.source, file: job.fileSha256, rows: job.rows, trial: trial.id },
      });
      inner.transaction.afterCommit(() => enqueue(job));
      return presentImport(job, ctx.locale);
    });
