import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import mysql from 'mysql2/promise';

/** One database in a backup. */
export interface DumpedDatabase {
  readonly name: string;
  readonly file: string;
  readonly tables: Readonly<Record<string, number>>;
}
const rowsAtATime = 500;

async function* statementsOf(
  connection: mysql.Connection,
  database: string,
  counts: Record<string, number>,
): AsyncGenerator<string> {
  const [tables] = await connection.query<mysql.RowDataPacket[]>(
    `SELECT table_name AS t FROM information_schema.tables WHERE table_schema = ? AND table_type = 'BASE TABLE' ORDER BY table_name`,
    [database],
  );
  yield 'SET FOREIGN_KEY_CHECKS = 0;\n';
  for (const table of tables.map((row) => String(row['t']))) {
    const [[created]] = await connection.query<mysql.RowDataPacket[]>(`SHOW CREATE TABLE \`${database}\`.\`${table}\``);
    yield `${String(created?.['Create Table']).replaceAll('\n', ' ')};\n`;
    const [columns] = await connection.query<mysql.RowDataPacket[]>(
      `SELECT column_name AS c FROM information_schema.columns WHERE table_schema = ? AND table_name = ? AND (generation_expression IS NULL OR generation_expression = '') ORDER BY ordinal_position`,
      [database, table],
    );
    const names = columns.map((row) => `\`${String(row['c'])}\``).join(', ');
    counts[table] = 0;
    const rows = (connection as unknown as { connection: { query(sql: string): { stream(): Readable } } }).connection
      .query(`SELECT ${names} FROM \`${database}\`.\`${table}\``)
      .stream();
    let values: string[] = [];
    const insert = (): string => `INSERT INTO \`${table}\` (${names}) VALUES ${values.join(', ')};\n`;
    for await (const row of rows as AsyncIterable<Record<string, unknown>>) {
      values.push(
        `(${Object.values(row)
          .map((v) => mysql.escape(v as Parameters<typeof mysql.escape>[0], false, 'Z'))
          .join(', ')})`,
      );
      counts[table] += 1;
      if (values.length === rowsAtATime) {
        yield insert();
        values = [];
      }
    }
    if (values.length > 0) yield insert();
  }
  yield 'SET FOREIGN_KEY_CHECKS = 1;\n';
}

/**
 * Writes every database of a namespace as compressed SQL, one statement a line, all from one consistent snapshot,
 * while the application goes on.
 * @param folder where `<database>.sql.gz` is written @param namespace e.g. `duijie`
 */
export async function dumpDatabases(mysqlUrl: string, namespace: string, folder: string): Promise<DumpedDatabase[]> {
  const connection = await mysql.createConnection({
    uri: mysqlUrl,
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
  });
  try {
    const [schemas] = await connection.query<mysql.RowDataPacket[]>(
      'SELECT schema_name AS s FROM information_schema.schemata WHERE schema_name LIKE ? ORDER BY schema_name',
      [`${namespace.replaceAll('_', '\\_')}\\_%`],
    );
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    const dumped: DumpedDatabase[] = [];
    for (const name of schemas.map((row) => String(row['s']))) {
      const tables: Record<string, number> = {};
      const file = `${name}.sql.gz`;
      await pipeline(
        Readable.from(statementsOf(connection, name, tables)),
        createGzip(),
        createWriteStream(join(folder, file), { mode: 0o600, flush: true }),
      );
      dumped.push({ name, file, tables });
    }
    return dumped;
  } finally {
    await connection.end();
  }
}
