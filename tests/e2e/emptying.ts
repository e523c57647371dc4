import mysql from 'mysql2/promise';
import type { RunningSystem } from './running-system';

/** What keeps that something was there, and is meant to: the log, and what is pruned after a month. */
const memory = new Set([
  'audit_entry',
  'emptied',
  'idempotency_key',
  'import_job',
  'import_row',
  'inbox',
  'outbox',
  'outbox_delivery',
]);
/** Columns of rows that say nothing, not even whose it was, once these are null: what is hidden, drafts that nobody saw. */
const empty: Readonly<Record<string, readonly string[]>> = {
  search_document: ['content', 'source'],
  need_copy: ['body'],
};

export interface Mention {
  readonly table: string;
  readonly id: string;
}

/**
 * Looks through every row of every database for ids.
 * @returns where they stand, but for what is meant to remember them
 */
export async function mentionsOf(system: RunningSystem, ids: ReadonlySet<string>): Promise<Mention[]> {
  const { DUIJIE_MYSQL_URL: uri = '', DUIJIE_NAMESPACE: namespace = '' } = system.environment;
  const connection = await mysql.createConnection({ uri });
  try {
    const [tables] = await connection.query<mysql.RowDataPacket[]>(
      `SELECT table_schema AS s, table_name AS t FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema LIKE ?`,
      [`${namespace.replaceAll('_', '\\_')}\\_%`],
    );
    const found: Mention[] = [];
    for (const { s, t } of tables as { s: string; t: string }[]) {
      if (memory.has(t)) continue;
      const [rows] = await connection.query<mysql.RowDataPacket[]>(`SELECT * FROM \`${s}\`.\`${t}\``);
      for (const row of rows) {
        const says = empty[t];
        if (says?.every((column) => row[column] === null)) continue;
        const text = JSON.stringify(row);
        for (const [id] of text.matchAll(/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g))
          if (ids.has(id)) found.push({ table: `${s.slice(namespace.length + 1)}.${t}`, id });
      }
    }
    return found;
  } finally {
    await connection.end();
  }
}

/** First column of what a query of one service's database gives. */
export async function idsIn(system: RunningSystem, service: string, sql: string): Promise<string[]> {
  const { DUIJIE_MYSQL_URL: uri = '', DUIJIE_NAMESPACE: namespace = '' } = system.environment;
  const connection = await mysql.createConnection({ uri, database: `${namespace}_${service}` });
  try {
    const [rows] = await connection.query<mysql.RowDataPacket[]>(sql);
    return rows.map((row) => String(Object.values(row)[0]));
  } finally {
    await connection.end();
  }
}
