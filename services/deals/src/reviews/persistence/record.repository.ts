import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { RatedWork } from '../record-lines';
import { ProviderRecordEntity } from './review.entity';

export type RecordRepository = ReturnType<typeof createRecordRepository>;

/** Records of providers, and what they are worked out from. */
export function createRecordRepository(database: Database) {
  return {
    find: (ctx: Context, organisationId: string): Promise<ProviderRecordEntity | null> =>
      database.manager(ctx).findOneBy(ProviderRecordEntity, { organisationId }),
    /** Locks the row, made where there was none. The last lock of its transaction, in the order of organisations. */
    lock: async (ctx: TransactionContext, organisationId: string, today: string): Promise<ProviderRecordEntity> => {
      await execute(
        database,
        `INSERT IGNORE INTO provider_record (organisation_id, version, \`lines\`, as_of, due_at) VALUES (?, 0, '[]', ?, NULL)`,
        [organisationId, today],
        ctx,
      );
      return database
        .manager(ctx)
        .findOneOrFail(ProviderRecordEntity, { where: { organisationId }, lock: { mode: 'pessimistic_write' } });
    },
    save: async (ctx: TransactionContext, record: ProviderRecordEntity): Promise<void> => {
      await database.manager(ctx).update(ProviderRecordEntity, { organisationId: record.organisationId }, record);
    },
    /** Organisations whose ratings are to be weighed again, the longest due first. */
    due: (ctx: Context, now: Date, limit: number): Promise<{ id: string }[]> =>
      select<{ id: string }>(
        database,
        `SELECT organisation_id AS id FROM provider_record WHERE due_at <= ? ORDER BY due_at, organisation_id LIMIT ?`,
        [now, limit],
        ctx,
      ),
    ratedWorks: async (ctx: Context, organisationId: string): Promise<RatedWork[]> => {
      const rows = await select<{ leaves: string; rating: number; at: Date }>(
        database,
        `SELECT s.leaves, r.rating, s.published_at AS at FROM review_subject s JOIN review r ON r.id = s.review_id
          WHERE s.organisation_id = ?`,
        [organisationId],
        ctx,
      );
      return rows.map(({ leaves, rating, at }) => ({ leaves: JSON.parse(leaves) as string[], rating, at }));
    },
    completedByLeaf: async (ctx: Context, organisationId: string): Promise<ReadonlyMap<string, number>> => {
      const rows = await select<{ code: string; done: string }>(
        database,
        `SELECT p.code, COUNT(*) AS done FROM agreement_part p JOIN agreement a ON a.id = p.agreement_id
          WHERE p.organisation_id = ? AND a.state = 'completed' GROUP BY p.code`,
        [organisationId],
        ctx,
      );
      return new Map(rows.map(({ code, done }) => [code, Number(done)]));
    },
  };
}
