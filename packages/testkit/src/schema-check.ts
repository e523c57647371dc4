import { dataSourceOptions, type DatabaseSchema } from '@duijie/service-kit';
import { DataSource } from 'typeorm';

/**
 * Takes a service's migrations up, down and up again in a database of its own.
 * @returns tables left after the way down, and statements by which the schema differs from the entities (both should be empty)
 */
export async function migrateUpDownUp(
  schema: DatabaseSchema,
  environment: Readonly<Record<string, string>>,
  name: string,
): Promise<{ left: string[]; differences: string[] }> {
  const options = await dataSourceOptions(schema, {
    serverUrl: environment['DUIJIE_MYSQL_URL'] ?? '',
    name,
    secret: environment['DUIJIE_SECRET'] ?? '',
    poolSize: 2,
  });
  const source = await new DataSource(options).initialize();
  try {
    await source.dropDatabase();
    const done = await source.runMigrations();
    for (let i = 0; i < done.length; i += 1) await source.undoLastMigration();
    const rows = (await source.query(
      'SELECT table_name AS t FROM information_schema.tables WHERE table_schema = DATABASE()',
    )) as { t: string }[];
    const left = rows.map((row) => row.t).filter((t) => t !== 'schema_migration');
    await source.runMigrations();
    const log = await source.driver.createSchemaBuilder().log();
    return { left, differences: log.upQueries.map((q) => q.query) };
  } finally {
    await source.destroy();
  }
}
