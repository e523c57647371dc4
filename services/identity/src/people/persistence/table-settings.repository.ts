import type { ConsoleTable } from '@duijie/contracts';
import type { Context, Database, TransactionContext } from '@duijie/service-kit';
import { TableSettingsEntity } from './table-settings.entity';

export interface TableSettingsRepository {
  find(ctx: Context, personId: string, table: ConsoleTable): Promise<TableSettingsEntity | null>;
  save(ctx: TransactionContext, settings: TableSettingsEntity): Promise<void>;
}

export const createTableSettingsRepository = (database: Database): TableSettingsRepository => ({
  find: (ctx, personId, table) => database.manager(ctx).findOneBy(TableSettingsEntity, { personId, table }),
  async save(ctx, settings) {
    await database.manager(ctx).upsert(TableSettingsEntity, settings, ['personId', 'table']);
  },
});
