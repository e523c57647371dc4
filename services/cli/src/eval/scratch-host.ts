import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mysql from 'mysql2/promise';
import { forgetDerived } from '../backup/forget-derived';
import type { Parts } from '../connection/local-parts';
import { repositoryRoot } from '../repository-root';
import { CommandFailed } from '../terminal/command-failed';

/** The product in a namespace of its own, gone afterwards. */
export interface ScratchHost {
  readonly url: string;
  readonly stateDir: string;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

async function ready(url: string, child: ChildProcess, errors: () => string): Promise<void> {
  for (let i = 0; i < 600; i += 1) {
    if (child.exitCode !== null)
      throw new CommandFailed({
        zh: `应用没有启动成功：\n${errors()}`,
        en: `The application did not start:\n${errors()}`,
      });
    const ok = await fetch(`${url}/readyz`).then(
      (a) => a.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((r) => setTimeout(r, 100));
  }
  throw new CommandFailed({ zh: '应用一分钟内没有就绪', en: 'The application was not ready within a minute' });
}

async function dropDatabases(mysqlUrl: string, namespace: string): Promise<void> {
  const connection = await mysql.createConnection(mysqlUrl);
  try {
    const [schemas] = await connection.query<mysql.RowDataPacket[]>(
      'SELECT schema_name AS s FROM information_schema.schemata WHERE schema_name LIKE ?',
      [`${namespace.replaceAll('_', '\\_')}\\_%`],
    );
    for (const name of schemas.map((row) => String(row['s']))) {
      await connection.query(`DROP DATABASE \`${name}\``);
      await connection.query(`DROP USER IF EXISTS '${name}'@'%'`);
    }
  } finally {
    await connection.end();
  }
}

/**
 * Runs all modules in a process of their own over scratch databases, keys and indexes, as `asOf` is the present day.
 * Everything is removed when `work` has ended, either way.
 * @param asOfMs moment that the product takes for now
 */
export async function withScratchHost<T>(
  parts: Parts,
  asOfMs: number,
  work: (host: ScratchHost) => Promise<T>,
): Promise<T> {
  const namespace = `eval_${randomBytes(3).toString('hex')}`;
  const stateDir = mkdtempSync(join(tmpdir(), 'duijie-eval-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let output = '';
  const child = spawn(process.execPath, [join(repositoryRoot, 'infra/all-in-one/dist/main.js')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      ...parts,
      NODE_ENV: 'development',
      DUIJIE_NAMESPACE: namespace,
      DUIJIE_STATE_DIR: stateDir,
      DUIJIE_PORT: String(port),
      DUIJIE_LOG_LEVEL: 'warn',
      DUIJIE_CLOCK_OFFSET_MS: String(Math.round(asOfMs - Date.now())),
    },
  });
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await ready(url, child, () => output);
    return await work({ url, stateDir });
  } finally {
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(hard);
    await dropDatabases(parts.DUIJIE_MYSQL_URL, namespace);
    await forgetDerived(parts, namespace);
    rmSync(stateDir, { recursive: true, force: true });
  }
}
