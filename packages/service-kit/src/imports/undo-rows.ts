import type { TransactionContext } from '../context';
import { Refusal } from '../errors';
import type { StepDeps } from './apply-rows';
import { faultsJson } from './faults-json';
import type { RowFault } from './files/parsed-file';
import type { Importer } from './importer';
import type { SettledRow } from './persistence/import-store';
import type { ImportJobEntity, ImportRowEntity } from './persistence/import.entity';
import { withinSavepoint } from './persistence/within-savepoint';
import { faultsOfRefusal, internalFault } from './row-faults';

const changedSince: readonly RowFault[] = [
  { pointer: '', detail: { zh: '导入后已有改动，予以保留', en: 'Kept, since it was changed after the import' } },
];

/**
 * Takes created rows back within the transaction given.
 * @param rows newest first @param job locked, and its source with it; its counts are changed here, saved by the caller
 */
export async function undoRows(
  { database, store, log }: StepDeps,
  ctx: TransactionContext,
  importer: Importer,
  job: ImportJobEntity,
  rows: readonly ImportRowEntity[],
): Promise<void> {
  const settled: SettledRow[] = [];
  for (const row of rows) {
    const { aggregateId, aggregateVersion, externalId, line } = row;
    if (aggregateId === null || aggregateVersion === null) throw new Error(`Row ${line} of ${job.id} made nothing`);
    const faults = await withinSavepoint<readonly RowFault[] | null>(
      database.manager(ctx),
      'import_row',
      async () => ((await importer.undo(ctx, aggregateId, aggregateVersion)) === 'undone' ? null : changedSince),
      (result) => result === null,
      (error) => {
        if (error instanceof Refusal) return faultsOfRefusal(error);
        log.error({ err: error, importId: job.id, line }, 'a row could not be taken back');
        return internalFault;
      },
    );
    const outcome = faults === null ? 'undone' : 'kept';
    if (outcome === 'undone' && externalId !== null) await store.removeIdentity(ctx, job, externalId, aggregateId);
    job.created -= 1;
    job[outcome] += 1;
    settled.push({ line, outcome, aggregateId, aggregateVersion, faults: faults && faultsJson(faults) });
  }
  await store.settle(ctx, job.id, settled, false);
}
