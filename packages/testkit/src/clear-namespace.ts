import mysql from 'mysql2/promise';
import { emptyRedis } from './empty-redis';

/**
 * Empties what a namespace holds in the database and in Redis; tables stay, so that they are migrated once a worker, and
 * the one row that a migration writes is as it was then.
 */
export async function clearNamespace(environment: Readonly<Record<string, string>>): Promise<void> {
  const namespace = environment['DUIJIE_NAMESPACE'] ?? '';
  const connection = await mysql.createConnection({
    uri: environment['DUIJIE_MYSQL_URL'] ?? '',
    multipleStatements: true,
  });
  try {
    const [tables] = await connection.query<mysql.RowDataPacket[]>(
      `SELECT table_schema AS s, table_name AS t FROM information_schema.tables WHERE table_type = 'BASE TABLE' AND table_schema LIKE ? AND table_name NOT IN ('schema_migration', 'audit_head', 'audit_entry')`,
      [`${namespace.replaceAll('_', '\\_')}\\_%`],
    );
    const schemas = new Set(tables.map((row) => String(row['s'])));
    await connection.query(
      [
        'SET FOREIGN_KEY_CHECKS = 0',
        ...tables.map((row) => `DELETE FROM \`${row['s']}\`.\`${row['t']}\``),
        ...[...schemas].flatMap((s) => [
          `DELETE FROM \`${s}\`.audit_entry`,
          `UPDATE \`${s}\`.audit_head SET position = 0, hash = REPEAT('0', 64)`,
        ]),
        ...tables
          .filter((row) => row['t'] === 'set_up')
          .map((row) => `INSERT INTO \`${row['s']}\`.set_up (name, version, districts) VALUES ('platform', 1, '[]')`),
      ].join(';'),
    );
  } finally {
    await connection.end();
  }
  await emptyRedis(environment);
}
