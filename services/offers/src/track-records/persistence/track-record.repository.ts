import {
  PreconditionFailed,
  isDuplicateKey,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import { TrackRecordEntity } from './track-record.entity';

export type TrackRecordRepository = ReturnType<typeof createTrackRecordRepository>;

/** Opening balances by provider. */
export function createTrackRecordRepository(database: Database) {
  return {
    find: (ctx: Context, providerId: string): Promise<TrackRecordEntity | null> =>
      database.manager(ctx).findOneBy(TrackRecordEntity, { providerId }),
    lock: (ctx: TransactionContext, providerId: string): Promise<TrackRecordEntity | null> =>
      database.manager(ctx).findOne(TrackRecordEntity, { where: { providerId }, lock: { mode: 'pessimistic_write' } }),
    /** @throws PreconditionFailed when somebody else entered the first one meanwhile */
    save: async (ctx: TransactionContext, record: TrackRecordEntity): Promise<void> => {
      const manager = database.manager(ctx);
      if (record.version > 1) {
        await manager.update(TrackRecordEntity, { providerId: record.providerId }, record);
        return;
      }
      try {
        await manager.insert(TrackRecordEntity, record);
      } catch (error) {
        throw isDuplicateKey(error) ? new PreconditionFailed(1) : error;
      }
    },
  };
}
