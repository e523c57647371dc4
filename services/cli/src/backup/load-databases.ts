import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import mysql from 'mysql2/promise';
import type { DumpedDatabase } from './dump-databases';

/** Replaces the databases by those of a backup. @returns rows loaded */
export async function loadDatabases(
  mysqlUrl: string,
  folder: string,
  databases: readonly DumpedDatabase[],
): Promise<number> {
  const connection = await mysql.createConnection({ uri: mysqlUrl, timezone: 'Z' });
  let rows = 0;
  try {
    await connection.query(`SET SESSION sql_mode = CONCAT(@@sql_mode, ',NO_AUTO_VALUE_ON_ZERO')`);
    for (const { name, file, tables } of databases) {
      await connection.query(`DROP DATABASE IF EXISTS \`${name}\``);
      await connection.query(`CREATE DATABASE \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
      await connection.query(`USE \`${name}\``);
      for await (const statement of createInterface({
        input: createReadStream(join(folder, file)).pipe(createGunzip()),
        crlfDelay: Number.POSITIVE_INFINITY,
      }))
        if (statement !== '') await connection.query(statement);
      for (const [table, expected] of Object.entries(tables)) {
        const [[counted]] = await connection.query<mysql.RowDataPacket[]>(`SELECT COUNT(*) AS n FROM \`${table}\``);
        if (Number(counted?.['n']) !== expected)
          throw new Error(`${name}.${table}: ${counted?.['n']} rows instead of ${expected}`);
        rows += expected;
      }
    }
    return rows;
  } finally {
    await connection.end();
  }
}
