import type { TransactionContext } from '../context';
import { Refusal } from '../errors';
import type { Logger } from '../log/logger';
import type { Database } from '../persistence/database';
import { faultsJson } from './faults-json';
import type { Importer, ImportResult } from './importer';
import type { ImportStore, SettledRow } from './persistence/import-store';
import type { ImportIdentityEntity, ImportJobEntity, ImportRowEntity } from './persistence/import.entity';
import { withinSavepoint } from './persistence/within-savepoint';
import { faultsOfRefusal, internalFault, parseRow } from './row-faults';

export interface StepDeps {
  readonly database: Database;
  readonly store: ImportStore;
  readonly log: Logger;
}

/**
 * Applies pending rows within the transaction given, each under a savepoint of its own: a refused row takes nothing of
 * its neighbours with it. Rows, identities and effects are written together or not at all.
 * @param job locked, and its source with it; its counts are changed here, saved by the caller
 * @returns what became of the rows, in their order; not written yet
 */
export async function applyRows(
  { database, store, log }: StepDeps,
  ctx: TransactionContext,
  importer: Importer,
  job: ImportJobEntity,
  rows: readonly ImportRowEntity[],
): Promise<SettledRow[]> {
  const manager = database.manager(ctx);
  const known = await store.identities(
    ctx,
    job,
    rows.flatMap((row) => row.externalId ?? []),
  );

  const applyOne = async (row: ImportRowEntity, identity: ImportIdentityEntity | undefined): Promise<ImportResult> => {
    if (identity !== undefined && identity.contentHash === row.contentHash)
      return { outcome: 'unchanged', id: identity.aggregateId, version: identity.aggregateVersion };
    const parsed = parseRow(importer.row, JSON.parse(row.content ?? 'null'));
    if ('faults' in parsed) return { outcome: 'refused', faults: parsed.faults };
    return withinSavepoint(
      manager,
      'import_row',
      () =>
        importer.apply(
          ctx,
          parsed.value,
          { source: job.source, externalId: row.externalId ?? '' },
          identity?.aggregateId ?? null,
        ),
      (result) => result.outcome !== 'refused',
      (error) => {
        if (error instanceof Refusal) return { outcome: 'refused', faults: faultsOfRefusal(error) };
        log.error({ err: error, importId: job.id, line: row.line }, 'a row could not be imported');
        return { outcome: 'refused', faults: internalFault };
      },
    );
  };

  const settled: SettledRow[] = [];
  const added: ImportIdentityEntity[] = [];
  for (const row of rows) {
    const identity = row.externalId === null ? undefined : known.get(row.externalId);
    const result = await applyOne(row, identity);
    job.pending -= 1;
    job[result.outcome] += 1;
    if (result.outcome === 'refused') {
      const faults = faultsJson(result.faults.map((f) => ({ pointer: f.pointer, detail: f.detail })));
      settled.push({ line: row.line, outcome: 'refused', aggregateId: null, aggregateVersion: null, faults });
      continue;
    }
    settled.push({
      line: row.line,
      outcome: result.outcome,
      aggregateId: result.id,
      aggregateVersion: result.version,
      faults: null,
    });
    const next: ImportIdentityEntity = {
      kind: job.kind,
      organisationId: job.organisationId,
      source: job.source,
      externalId: row.externalId ?? '',
      aggregateId: result.id,
      aggregateVersion: result.version,
      contentHash: row.contentHash ?? '',
    };
    if (identity === undefined) added.push(next);
    else if (result.outcome !== 'unchanged' || identity.contentHash !== row.contentHash)
      await store.changeIdentity(ctx, next);
  }
  await store.addIdentities(ctx, added);
  return settled;
}
