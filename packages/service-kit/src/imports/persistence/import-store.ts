import type { ImportOutcome } from '@duijie/contracts';
import { createHash } from 'node:crypto';
import { In, LessThan, MoreThan, type FindOptionsWhere } from 'typeorm';
import type { Context, TransactionContext } from '../../context';
import { Unavailable } from '../../errors';
import type { Database } from '../../persistence/database';
import type { NewRow } from '../store-rows';
import { ImportIdentityEntity, ImportJobEntity, ImportRowEntity } from './import.entity';

const statementBytes = 2_000_000;

/** What a row becomes when it is settled. */
export interface SettledRow {
  readonly line: number;
  readonly outcome: ImportOutcome;
  readonly aggregateId: string | null;
  readonly aggregateVersion: number | null;
  readonly faults: string | null;
}
/** Whose rows of which source. */
export type ImportScope = Pick<ImportJobEntity, 'kind' | 'organisationId' | 'source'>;

export type ImportStore = ReturnType<typeof createImportStore>;

/** Jobs, rows and identities of imports in one service's database. */
export function createImportStore(database: Database) {
  const unfinished = ['queued', 'running', 'undoing'] as const;
  return {
    find: (ctx: Context, id: string, kind: string): Promise<ImportJobEntity | null> =>
      database.manager(ctx).findOneBy(ImportJobEntity, { id, kind }),

    /** @param skip gives null instead of waiting where somebody else works on it */
    lock: (ctx: TransactionContext, id: string, skip: boolean): Promise<ImportJobEntity | null> =>
      database.manager(ctx).findOne(ImportJobEntity, {
        where: { id },
        lock: skip ? { mode: 'pessimistic_write', onLocked: 'skip_locked' } : { mode: 'pessimistic_write' },
      }),

    save: async (ctx: TransactionContext, job: ImportJobEntity): Promise<void> => {
      await database.manager(ctx).update(ImportJobEntity, { id: job.id }, job);
    },

    /** @returns unfinished imports without a step since `before`, of this service */
    idle: (before: Date): Promise<ImportJobEntity[]> =>
      database.manager().find(ImportJobEntity, {
        where: { state: In(unfinished), progressedAt: LessThan(before) },
        select: { id: true, version: true },
        take: 200,
      }),

    countUnfinished: (ctx: Context, organisationId: string): Promise<number> =>
      database.manager(ctx).countBy(ImportJobEntity, { state: In(unfinished), organisationId }),

    /** Newest first. @param organisationId null for all @param below ids under this one */
    list: (kind: string, organisationId: string | null, below: string | undefined, take: number) => {
      const where: FindOptionsWhere<ImportJobEntity> = {
        kind,
        ...(organisationId === null ? {} : { organisationId }),
        ...(below === undefined ? {} : { id: LessThan(below) }),
      };
      return database.manager().find(ImportJobEntity, { where, order: { id: 'DESC' }, take });
    },

    /** In the order of the file. */
    listRows: (importId: string, outcome: ImportOutcome | undefined, afterLine: number, take: number) =>
      database.manager().find(ImportRowEntity, {
        where: { importId, line: MoreThan(afterLine), ...(outcome === undefined ? {} : { outcome }) },
        select: { importId: true, line: true, externalId: true, outcome: true, aggregateId: true, faults: true },
        order: { line: 'ASC' },
        take,
      }),

    insert: async (ctx: TransactionContext, job: ImportJobEntity, rows: readonly NewRow[]): Promise<void> => {
      const manager = database.manager(ctx);
      await manager.insert(ImportJobEntity, job);
      let values: unknown[][] = [];
      let bytes = 0;
      const flush = async (): Promise<void> => {
        if (values.length > 0)
          await manager.query(
            `INSERT INTO import_row (import_id, line, external_id, content, content_hash, outcome, faults) VALUES ?`,
            [values],
          );
        values = [];
        bytes = 0;
      };
      for (const row of rows) {
        values.push([job.id, row.line, row.externalId, row.content, row.contentHash, row.outcome, row.faults]);
        bytes += 300 + (row.content?.length ?? 0) * 3;
        if (bytes > statementBytes) await flush();
      }
      await flush();
    },

    takeRows: (
      ctx: TransactionContext,
      importId: string,
      outcome: ImportOutcome,
      order: 'ASC' | 'DESC',
      take: number,
    ) => database.manager(ctx).find(ImportRowEntity, { where: { importId, outcome }, order: { line: order }, take }),

    /** @param keepContent of a trial, which may be imported later */
    settle: async (
      ctx: TransactionContext,
      importId: string,
      rows: readonly SettledRow[],
      keepContent: boolean,
    ): Promise<void> => {
      for (const row of rows)
        await database
          .manager(ctx)
          .query(
            `UPDATE import_row SET outcome = ?, aggregate_id = ?, aggregate_version = ?, faults = ?${keepContent ? '' : ', content = NULL'} WHERE import_id = ? AND line = ?`,
            [row.outcome, row.aggregateId, row.aggregateVersion, row.faults, importId, row.line],
          );
    },

    /** Copies the rows of a trial to an import, which takes their content over. @returns how many can be tried */
    takeOver: async (ctx: TransactionContext, trialId: string, importId: string): Promise<number> => {
      const manager = database.manager(ctx);
      await manager.query(
        `INSERT INTO import_row (import_id, line, external_id, content, content_hash, outcome, faults)
         SELECT ?, line, external_id, content, content_hash, IF(content IS NULL, 'refused', 'pending'), IF(content IS NULL, faults, NULL)
         FROM import_row WHERE import_id = ?`,
        [importId, trialId],
      );
      const { affectedRows } = (await manager.query(
        `UPDATE import_row SET content = NULL WHERE import_id = ? AND content IS NOT NULL`,
        [trialId],
      )) as { affectedRows: number };
      return affectedRows;
    },

    /** Drops what earlier trials of an organisation kept: only the last one can be imported. */
    dropTrials: async (ctx: TransactionContext, { kind, organisationId }: ImportScope): Promise<void> => {
      const manager = database.manager(ctx);
      const last = await manager.find(ImportJobEntity, {
        where: { kind, organisationId, dryRun: true, state: 'done' },
        select: { id: true },
        order: { id: 'DESC' },
        take: 20,
      });
      if (last.length > 0)
        await manager.query(`UPDATE import_row SET content = NULL WHERE import_id IN (?) AND content IS NOT NULL`, [
          last.map(({ id }) => id),
        ]);
    },

    /** Marks all updated rows as kept. @returns how many */
    keepUpdated: async (ctx: TransactionContext, importId: string, faults: string): Promise<number> => {
      const { affectedRows } = (await database
        .manager(ctx)
        .query(`UPDATE import_row SET outcome = 'kept', faults = ? WHERE import_id = ? AND outcome = 'updated'`, [
          faults,
          importId,
        ])) as { affectedRows: number };
      return affectedRows;
    },

    /** One import of a source at a time, until the transaction ends. @throws Unavailable when it is not free within 10 s */
    lockSource: async (ctx: TransactionContext, { kind, organisationId, source }: ImportScope): Promise<void> => {
      const hash = createHash('sha256').update([kind, organisationId, source].join('\n')).digest('hex');
      const name = `im-${hash.slice(0, 60)}`;
      const [got] = (await database.manager(ctx).query('SELECT GET_LOCK(?, 10) AS ok', [name])) as {
        ok: number | string | null;
      }[];
      if (Number(got?.ok) !== 1)
        throw new Unavailable({ zh: '同一来源正在导入', en: 'The same source is being imported' });
      ctx.transaction.heldLocks.add(name);
    },

    identities: async (ctx: TransactionContext, scope: ImportScope, externalIds: readonly string[]) => {
      const { kind, organisationId, source } = scope;
      const found =
        externalIds.length === 0
          ? []
          : await database
              .manager(ctx)
              .findBy(ImportIdentityEntity, { kind, organisationId, source, externalId: In([...externalIds]) });
      return new Map(found.map((identity) => [identity.externalId, identity]));
    },

    /** The key is unique: a second creation of the same row fails here, and with it the whole step. */
    addIdentities: async (ctx: TransactionContext, identities: readonly ImportIdentityEntity[]): Promise<void> => {
      if (identities.length === 0) return;
      await database
        .manager(ctx)
        .query(
          `INSERT INTO import_identity (kind, organisation_id, source, external_id, aggregate_id, aggregate_version, content_hash) VALUES ?`,
          [
            identities.map((i) => [
              i.kind,
              i.organisationId,
              i.source,
              i.externalId,
              i.aggregateId,
              i.aggregateVersion,
              i.contentHash,
            ]),
          ],
        );
    },

    changeIdentity: async (ctx: TransactionContext, identity: ImportIdentityEntity): Promise<void> => {
      const { kind, organisationId, source, externalId, ...rest } = identity;
      await database
        .manager(ctx)
        .update(ImportIdentityEntity, { kind, organisationId, source, externalId }, { ...rest });
    },

    removeIdentity: async (ctx: TransactionContext, scope: ImportScope, externalId: string, aggregateId: string) => {
      const { kind, organisationId, source } = scope;
      await database
        .manager(ctx)
        .delete(ImportIdentityEntity, { kind, organisationId, source, externalId, aggregateId });
    },
  };
}
