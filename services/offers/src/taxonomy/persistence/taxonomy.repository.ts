import { Unavailable, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { Taxonomy } from '../taxonomy';
import { TaxonomyEntity } from './taxonomy.entity';

const name = 'city';
export type TaxonomyRepository = ReturnType<typeof createTaxonomyRepository>;

/** The one taxonomy. Reads compare the version and parse the document only when it has changed. */
export function createTaxonomyRepository(database: Database) {
  let held: Taxonomy | undefined;
  const loaded = (row: TaxonomyEntity | null): Taxonomy => {
    if (!row) throw new Unavailable({ zh: '服务目录尚未载入', en: 'The taxonomy is not loaded yet' });
    const { version, groups, coreServices, updatedAt } = row;
    return { version, groups, coreServices, updatedAt };
  };
  return {
    async read(ctx: Context): Promise<Taxonomy> {
      const manager = database.manager(ctx);
      const [row] = (await manager.query('SELECT version FROM taxonomy WHERE name = ?', [name])) as {
        version: number;
      }[];
      if (held === undefined || row?.version !== held.version)
        held = loaded(await manager.findOneBy(TaxonomyEntity, { name }));
      return held;
    },
    async lock(ctx: TransactionContext): Promise<Taxonomy> {
      return loaded(
        await database.manager(ctx).findOne(TaxonomyEntity, { where: { name }, lock: { mode: 'pessimistic_write' } }),
      );
    },
    /** @returns false when there is one already */
    async insert(ctx: TransactionContext, taxonomy: Taxonomy): Promise<boolean> {
      const { affectedRows } = (await database
        .manager(ctx)
        .query(
          'INSERT IGNORE INTO taxonomy (name, version, taxonomy_groups, core_services, updated_at) VALUES (?, ?, ?, ?, ?)',
          [
            name,
            taxonomy.version,
            JSON.stringify(taxonomy.groups),
            JSON.stringify(taxonomy.coreServices),
            taxonomy.updatedAt,
          ],
        )) as { affectedRows: number };
      return affectedRows === 1;
    },
    async save(ctx: TransactionContext, taxonomy: Taxonomy): Promise<void> {
      await database.manager(ctx).update(TaxonomyEntity, { name }, { ...taxonomy });
    },
  };
}
