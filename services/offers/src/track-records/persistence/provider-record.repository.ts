import type { ProviderRecord } from '@duijie/contracts';
import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { ProviderRecordEntity } from './provider-record.entity';

export interface ProviderRecordRepository {
  /** None where nothing was told yet. */
  linesOf(ctx: Context, providerId: string): Promise<ProviderRecord['lines']>;
  /**
   * Keeps the newer state.
   * @returns the lines held before, null when what was given is not newer
   */
  take(ctx: TransactionContext, record: ProviderRecord, sequence: number): Promise<ProviderRecord['lines'] | null>;
}

export const createProviderRecordRepository = (database: Database): ProviderRecordRepository => ({
  linesOf: async (ctx, providerId) =>
    (await database.manager(ctx).findOneBy(ProviderRecordEntity, { providerId }))?.lines ?? [],
  async take(ctx, { organisationId: providerId, lines }, sequence) {
    const manager = database.manager(ctx);
    // The row is there from now on, so that the lock holds the first event of two, too.
    await manager.query(
      `INSERT IGNORE INTO provider_record (provider_id, sequence, record_lines) VALUES (?, 0, '[]')`,
      [providerId],
    );
    const held = await manager.findOneOrFail(ProviderRecordEntity, {
      where: { providerId },
      lock: { mode: 'pessimistic_write' },
    });
    if (held.sequence >= sequence) return null;
    await manager.update(ProviderRecordEntity, { providerId }, { sequence, lines });
    return held.lines;
  },
});
