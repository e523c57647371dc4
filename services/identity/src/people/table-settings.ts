import type { ConsoleTable, TableSettings, TableSettingsView } from '@duijie/contracts';
import { NotAuthenticated, personOf, requireVersion, type Context } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createPeopleRepository } from './persistence/people.repository';
import type { TableSettingsEntity } from './persistence/table-settings.entity';
import { createTableSettingsRepository } from './persistence/table-settings.repository';

const unchanged: TableSettingsView = { version: 1, hidden: null, density: 'roomy', views: [] };
const present = (row: TableSettingsEntity | null): TableSettingsView =>
  row ? { ...row.settings, version: row.version } : unchanged;

/** How the caller likes a table of the console, on whatever machine. */
export function tableSettings({ database, clock }: IdentityDeps) {
  const people = createPeopleRepository(database);
  const kept = createTableSettingsRepository(database);
  return {
    show: async (ctx: Context, table: ConsoleTable): Promise<TableSettingsView> =>
      present(await kept.find(ctx, personOf(ctx).personId, table)),
    put: (ctx: Context, table: ConsoleTable, settings: TableSettings, ifMatch: number): Promise<TableSettingsView> =>
      database.run(ctx, async (tx) => {
        // The person's row is the lock: two tabs may save for the first time at once.
        const person = await people.lock(tx, personOf(ctx).personId);
        if (!person) throw new NotAuthenticated();
        const { version } = present(await kept.find(tx, person.id, table));
        requireVersion(ifMatch, version);
        const next = { personId: person.id, table, settings, version: version + 1, updatedAt: clock.now() };
        await kept.save(tx, next);
        return present(next);
      }),
  };
}
