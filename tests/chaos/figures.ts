import mysql from 'mysql2/promise';

/** Reads one figure from a service's database. @param sql gives one row with a column `n` */
export async function figureOf(
  environment: Readonly<Record<string, string>>,
  service: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<number> {
  const connection = await mysql.createConnection({
    uri: environment['DUIJIE_MYSQL_URL'] ?? '',
    database: `${environment['DUIJIE_NAMESPACE']}_${service}`,
  });
  try {
    const [rows] = await connection.query<mysql.RowDataPacket[]>(sql, [...values]);
    return Number(rows[0]?.['n']);
  } finally {
    await connection.end();
  }
}
