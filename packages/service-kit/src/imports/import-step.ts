import { importContracts, importServices, policy, type ImportKind } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import { applicableGrants } from '../auth/grants';
import { serviceContext, type TransactionContext } from '../context';
import type { Audit } from '../persistence/audit';
import { applyRows, type StepDeps } from './apply-rows';
import { faultsJson } from './faults-json';
import type { Importer } from './importer';
import type { ImportJobEntity, ImportStarter } from './persistence/import.entity';
import { withinSavepoint } from './persistence/within-savepoint';
import { undoRows } from './undo-rows';

const chunk = 50;
/** A trial keeps nothing, so that rows of one chunk only can refer to each other. */
const trialChunk = 500;
const maxAttempts = 20;
const updatesStay = faultsJson([
  { pointer: '', detail: { zh: '更新过的内容不自动还原', en: 'What was updated is not put back' } },
]);

const asStarter = (ctx: TransactionContext, starter: ImportStarter, contractId: string): TransactionContext => ({
  ...starter,
  grants: applicableGrants(policy[contractId] ?? [], starter.actor),
  transaction: ctx.transaction,
});
const contractsOf = ({ kind }: ImportJobEntity) =>
  importContracts(importServices[kind as ImportKind], kind as ImportKind);

export interface ImportStepDeps extends StepDeps {
  readonly audit: Audit;
  readonly clock: Clock;
  readonly service: ImportJobEntity['kind'];
}
export type ImportSteps = ReturnType<typeof createImportSteps>;

/**
 * Steps of imports: each takes one chunk of rows in one transaction, so that a kill at any point loses and doubles nothing.
 *
 * Rows are applied with the rights that the starter had when the import was started. That these were taken away since
 * (membership, role, verification) only identity knows: an import under way goes on, for minutes at most, and can be
 * taken back. The policy of the present release does count, and so does what importers ask of their copies.
 */
export function createImportSteps(deps: ImportStepDeps, importers: ReadonlyMap<string, Importer>) {
  const { audit, clock, database, log, service, store } = deps;

  async function finish(ctx: TransactionContext, job: ImportJobEntity, state: 'done' | 'undone'): Promise<void> {
    const { created, updated, unchanged, refused, undone, kept } = job;
    await audit.record(ctx, {
      action: state === 'done' ? 'import.finished' : 'import.undone',
      aggregate: { type: 'import', id: job.id },
      from: job.state,
      to: state,
      data: { kind: job.kind, created, updated, unchanged, refused, undone, kept },
    });
    job.state = state;
    job.finishedAt = clock.now();
  }

  async function forward(ctx: TransactionContext, job: ImportJobEntity, importer: Importer): Promise<void> {
    const own = asStarter(ctx, job.starter, contractsOf(job).start.id);
    if (job.state === 'queued') {
      job.state = 'running';
      job.startedAt = clock.now();
    }
    const size = job.dryRun ? trialChunk : chunk;
    const rows = await store.takeRows(ctx, job.id, 'pending', 'ASC', size);
    if (rows.length > 0) {
      const apply = () => applyRows(deps, own, importer, job, rows);
      const settled = job.dryRun
        ? await withinSavepoint(
            database.manager(ctx),
            'import_trial',
            apply,
            () => false,
            (error) => {
              throw error;
            },
          )
        : await apply();
      await store.settle(
        ctx,
        job.id,
        job.dryRun ? settled.map((row) => ({ ...row, aggregateId: null, aggregateVersion: null })) : settled,
        job.dryRun,
      );
    }
    if (rows.length < size) await finish(own, job, 'done');
  }

  async function back(ctx: TransactionContext, job: ImportJobEntity, importer: Importer): Promise<void> {
    const own = asStarter(ctx, job.undoer ?? job.starter, contractsOf(job).undo.id);
    if (job.updated > 0) {
      const kept = await store.keepUpdated(ctx, job.id, updatesStay);
      job.updated -= kept;
      job.kept += kept;
    }
    const rows = await store.takeRows(ctx, job.id, 'created', 'DESC', chunk);
    await undoRows(deps, own, importer, job, rows);
    if (rows.length < chunk) await finish(own, job, 'undone');
  }

  return {
    /** @returns whether more is to be done; false also where somebody else is at it */
    step: (importId: string): Promise<boolean> =>
      database.run(serviceContext(service), async (ctx) => {
        const job = await store.lock(ctx, importId, true);
        const importer = job && importers.get(job.kind);
        if (!job || !importer) return false;
        await store.lockSource(ctx, job);
        if (job.state === 'queued' || job.state === 'running') await forward(ctx, job, importer);
        else if (job.state === 'undoing') await back(ctx, job, importer);
        else return false;
        job.version += 1;
        job.attempts = 0;
        job.progressedAt = clock.now();
        await store.save(ctx, job);
        return job.state === 'running' || job.state === 'undoing';
      }),

    /** Counts an attempt that failed; gives the import up after 20 without a step forward. */
    failed: (importId: string, error: unknown): Promise<void> =>
      database.run(serviceContext(service), async (ctx) => {
        const job = await store.lock(ctx, importId, false);
        if (!job || !['queued', 'running', 'undoing'].includes(job.state)) return;
        job.attempts += 1;
        job.progressedAt = clock.now();
        log.warn({ importId, attempts: job.attempts, err: error }, 'an import could not go on, will be tried again');
        if (job.attempts >= maxAttempts) {
          await audit.record(ctx, {
            action: 'import.failed',
            aggregate: { type: 'import', id: job.id },
            from: job.state,
            to: 'failed',
          });
          job.state = 'failed';
          job.version += 1;
          job.finishedAt = clock.now();
          job.failure = {
            zh: '多次尝试仍无法继续。已导入的行保留，再导入同一文件会接着做',
            en: 'It could not go on after several attempts. Rows imported stay; importing the same file again goes on from there',
          };
        }
        await store.save(ctx, job);
      }),
  };
}
