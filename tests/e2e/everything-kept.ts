import mysql from 'mysql2/promise';
import { readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string>>;

/** Every value of every row of every database of the namespace, as text; binary ones as latin-1 too. */
export async function databaseDump(environment: Environment): Promise<string> {
  const connection = await mysql.createConnection({ uri: environment['DUIJIE_MYSQL_URL'] ?? '' });
  try {
    const [tables] = await connection.query<mysql.RowDataPacket[]>(
      `SELECT table_schema AS s, table_name AS t FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema LIKE ?`,
      [`${(environment['DUIJIE_NAMESPACE'] ?? '').replaceAll('_', '\\_')}\\_%`],
    );
    const parts: string[] = [];
    for (const { s, t } of tables) {
      const [rows] = await connection.query<mysql.RowDataPacket[]>(`SELECT * FROM \`${String(s)}\`.\`${String(t)}\``);
      for (const row of rows)
        for (const value of Object.values(row) as unknown[])
          parts.push(Buffer.isBuffer(value) ? value.toString('latin1') + value.toString('utf8') : String(value));
    }
    return parts.join('\n');
  } finally {
    await connection.end();
  }
}

/**
 * Every command that reaches Redis from now on, until stopped: more than what a dump would hold at any moment. A plain
 * socket: the client mistakes what is told in the same packet as the first answer for answers.
 */
export async function watchRedis(environment: Environment): Promise<{ stop(): string }> {
  const { hostname, port, password } = new URL(environment['DUIJIE_REDIS_URL'] ?? '');
  const socket = connect({ host: hostname, port: Number(port) });
  const seen: Buffer[] = [];
  await new Promise<void>((done, fail) => {
    socket.once('error', fail);
    socket.on('data', (chunk) => {
      seen.push(chunk);
      const told = Buffer.concat(seen.slice(0, 4)).toString();
      if (told.startsWith('-') || told.includes('\r\n-')) fail(new Error(told));
      else if (told.startsWith('+OK\r\n+OK\r\n')) done();
    });
    socket.write(`AUTH ${decodeURIComponent(password)}\r\nMONITOR\r\n`);
  });
  return {
    stop() {
      socket.destroy();
      return Buffer.concat(seen).toString();
    },
  };
}

/** Every document of every index of the namespace. */
export async function indexDump(environment: Environment): Promise<string> {
  const url = environment['DUIJIE_MEILI_URL'] ?? '';
  const headers = { Authorization: `Bearer ${environment['DUIJIE_MEILI_KEY'] ?? ''}` };
  const { results } = (await (await fetch(`${url}/indexes?limit=1000`, { headers })).json()) as {
    results: { uid: string }[];
  };
  const parts: string[] = [];
  for (const { uid } of results.filter((index) => index.uid.startsWith(environment['DUIJIE_NAMESPACE'] ?? '')))
    parts.push(await (await fetch(`${url}/indexes/${uid}/documents?limit=100000`, { headers })).text());
  return parts.join('\n');
}

/** Every file in the state folder: the file store, what was left half done, keys. */
export function stateFiles(environment: Environment): string {
  const folder = environment['DUIJIE_STATE_DIR'] ?? '';
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const bytes = readFileSync(join(entry.parentPath, entry.name));
      return bytes.toString('latin1') + bytes.toString('utf8');
    })
    .join('\n');
}
