import { createHmac } from 'node:crypto';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import mysql from 'mysql2/promise';
import { EmptiedCountEntity, EmptiedEntity } from '../emptying/emptied.entity';
import { EmptiedTables1700000003000 } from '../emptying/emptied-tables.migration';
import { ImportIdentityEntity, ImportJobEntity, ImportRowEntity } from '../imports/persistence/import.entity';
import { ImportTables1700000001000 } from '../imports/persistence/import-tables.migration';
import type { Logger } from '../log/logger';
import { AuditEntryEntity, AuditHeadEntity } from './audit.entity';
import { Database } from './database';
import { IdempotencyKeyEntity } from './idempotency.entity';
import { InboxEntity } from './inbox.entity';
import { KitTables1700000000000 } from './kit-tables.migration';
import { OnBehalfColumns1700000002000 } from './on-behalf-columns.migration';
import { OutboxDeliveryEntity, OutboxEntity } from './outbox.entity';

/** Entities and migrations of one service, beside the kit's own. */
export interface DatabaseSchema {
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}
export interface DatabaseOptions {
  /** Server with an account that may create databases and users, else with what it may reach already. */
  readonly serverUrl: string;
  /** Name of the database and of its user, e.g. `duijie_needs`. */
  readonly name: string;
  /** Passwords of the services' users are derived from it. */
  readonly secret: string;
  readonly poolSize: number;
}

export const kitSchema: DatabaseSchema = {
  entities: [
    OutboxEntity,
    OutboxDeliveryEntity,
    InboxEntity,
    AuditEntryEntity,
    AuditHeadEntity,
    IdempotencyKeyEntity,
    ImportJobEntity,
    ImportRowEntity,
    ImportIdentityEntity,
    EmptiedEntity,
    EmptiedCountEntity,
  ],
  migrations: [
    KitTables1700000000000,
    ImportTables1700000001000,
    OnBehalfColumns1700000002000,
    EmptiedTables1700000003000,
  ],
};

const identifier = /^[a-z0-9_]{1,32}$/;

/** Makes the database and its user where the account may; @returns where to connect, and the server's kind */
async function prepare(options: DatabaseOptions): Promise<{ url: URL; type: 'mysql' | 'mariadb' }> {
  if (!identifier.test(options.name)) throw new Error(`Database name ${options.name} must match ${identifier.source}`);
  const url = new URL(options.serverUrl);
  const admin = await mysql.createConnection({ uri: options.serverUrl, connectTimeout: 10_000 });
  try {
    const [versions] = await admin.query<mysql.RowDataPacket[]>('SELECT VERSION() AS version');
    const type = /mariadb/i.test(String(versions[0]?.['version'])) ? 'mariadb' : 'mysql';
    const password = createHmac('sha256', options.secret).update(`mysql-user:${options.name}`).digest('base64url');
    try {
      await admin.query(
        `CREATE DATABASE IF NOT EXISTS \`${options.name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
      );
      await admin.query(`CREATE USER IF NOT EXISTS '${options.name}'@'%' IDENTIFIED BY '${password}'`);
      await admin.query(`ALTER USER '${options.name}'@'%' IDENTIFIED BY '${password}'`);
      await admin.query(`GRANT ALL PRIVILEGES ON \`${options.name}\`.* TO '${options.name}'@'%'`);
      url.username = options.name;
      url.password = password;
    } catch (error) {
      // 1044, 1227, 1410: the account may not create; then the database must exist for it.
      if (![1044, 1142, 1227, 1410].includes((error as { errno?: number }).errno ?? 0)) throw error;
    }
    url.pathname = `/${options.name}`;
    return { url, type };
  } finally {
    await admin.end();
  }
}

/** @returns options for a TypeORM data source of this service; used by `openDatabase` and by migration tests */
export async function dataSourceOptions(schema: DatabaseSchema, options: DatabaseOptions): Promise<DataSourceOptions> {
  const { url, type } = await prepare(options);
  return {
    type,
    host: url.hostname,
    port: Number(url.port || 3306),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: options.name,
    charset: 'utf8mb4_unicode_ci',
    timezone: 'Z',
    entities: [...kitSchema.entities, ...schema.entities],
    migrations: [...kitSchema.migrations, ...schema.migrations],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    poolSize: options.poolSize,
    extra: { connectTimeout: 10_000, maxIdle: options.poolSize, idleTimeout: 60_000 },
  };
}

/** Opens a service's database: creates what may be created, migrates under a lock, connects as the service's own user. @param strict faults of the code throw rather than being logged */
export async function openDatabase(
  schema: DatabaseSchema,
  options: DatabaseOptions,
  log: Logger,
  strict = false,
): Promise<Database> {
  const source = await new DataSource(await dataSourceOptions(schema, options)).initialize();
  const runner = source.createQueryRunner();
  const lock = `migrate-${options.name}`;
  try {
    await runner.query('SELECT GET_LOCK(?, 120)', [lock]);
    const done = await source.runMigrations();
    if (done.length > 0) log.info({ database: options.name, migrations: done.length }, 'database migrated');
  } finally {
    await runner.query('SELECT RELEASE_LOCK(?)', [lock]);
    await runner.release();
  }
  return new Database(source, (fault) => {
    if (strict) throw fault;
    log.error({ database: options.name, err: fault }, fault.message);
  });
}
