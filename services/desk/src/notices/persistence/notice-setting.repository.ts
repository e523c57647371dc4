import type { NoticeSettings } from '@duijie/contracts';
import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { NoticeSettingEntity } from './notice.entity';

export type NoticeSettingRepository = ReturnType<typeof createNoticeSettingRepository>;

/** What persons have muted. Whoever never chose has version 1 and hears of everything. */
export function createNoticeSettingRepository(database: Database) {
  const of = (row: NoticeSettingEntity | null): NoticeSettings =>
    row === null ? { version: 1, muted: [] } : { version: row.version, muted: [...row.muted] };
  return {
    find: async (ctx: Context, personId: string): Promise<NoticeSettings> =>
      of(await database.manager(ctx).findOneBy(NoticeSettingEntity, { personId })),
    lock: async (ctx: TransactionContext, personId: string): Promise<NoticeSettings> =>
      of(
        await database
          .manager(ctx)
          .findOne(NoticeSettingEntity, { where: { personId }, lock: { mode: 'pessimistic_write' } }),
      ),
    put: async (ctx: TransactionContext, personId: string, settings: NoticeSettings): Promise<void> => {
      await database.manager(ctx).upsert(NoticeSettingEntity, { personId, ...settings }, ['personId']);
    },
  };
}
