/**
 * The database part: MariaDB or MySQL with data, port and socket of its own.
 * @module
 */
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { runCommand } from '../command.mjs';
import { debianPackages } from './debian-packages.mjs';
import { queryMysql } from './mysql-client.mjs';
import { findProgram } from './programs.mjs';

const user = 'duijie';

/** @typedef {import('./part.mjs').Part} Part */

/** @type {Part} */
export const mysqlPart = Object.freeze({
  name: 'mysql',
  title: 'MySQL/MariaDB',
  variables: Object.freeze({ url: 'MYSQL_URL' }),

  find() {
    const program = findProgram(['mariadbd', 'mysqld']);
    if (!program) return undefined;
    const installer = findProgram(['mariadb-install-db', 'mysql_install_db']);
    // MySQL prepares a data folder by itself, MariaDB has a program for it.
    if (basename(program) === 'mariadbd' && !installer) return undefined;
    return { program, installer, source: 'path', env: process.env };
  },

  async fetch({ packages, log }) {
    const seeds = ['mariadb-server-core', 'mariadb-client-core'];
    const { root, libraries } = await debianPackages({ folder: packages, name: 'mariadb', seeds, log });
    return {
      program: join(root, 'usr/sbin/mariadbd'),
      installer: join(root, 'usr/bin/mariadb-install-db'),
      base: join(root, 'usr'),
      source: 'debian-packages',
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    };
  },

  async prepare(found, { data, templates, logs }) {
    if (existsSync(data)) return;
    const template = join(templates, `mysql-${basename(found.program)}`);
    if (!existsSync(template)) await makeTemplate(found, template, logs);
    const next = `${data}.next`;
    rmSync(next, { recursive: true, force: true });
    // GNU cp keeps holes: a data folder of 34 MB takes 6 MB. Elsewhere a plain copy does.
    mkdirSync(join(data, '..'), { recursive: true });
    const { code } = await runCommand('cp', ['-a', '--sparse=always', template, next]);
    if (code !== 0) cpSync(template, next, { recursive: true });
    renameSync(next, data);
  },

  command(found, { data, port, state, testing, secret }) {
    const initFile = join(state, 'mysql-init.sql');
    writeFileSync(initFile, accountStatements(secret), { mode: 0o600 });
    const isMariadb = !basename(found.program).startsWith('mysqld');
    const args = [
      '--no-defaults', // must come first, else /etc/mysql is read
      ...runAs(),
      ...(found.base ? [`--basedir=${found.base}`] : []),
      `--datadir=${data}`,
      `--pid-file=${join(state, 'mysql.pid')}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--socket=mysql.sock', // relative to the data folder: a full path may be longer than a socket's name can be
      `--init-file=${initFile}`,
      '--skip-name-resolve',
      '--skip-log-bin',
      '--performance-schema=OFF',
      '--local-infile=1',
      '--character-set-server=utf8mb4',
      '--collation-server=utf8mb4_unicode_ci',
      '--default-time-zone=+00:00',
      '--max-connections=300',
      '--innodb-buffer-pool-size=128M',
      ...(testing
        ? ['--innodb-flush-log-at-trx-commit=2', '--innodb-doublewrite=0']
        : ['--innodb-flush-log-at-trx-commit=1']),
      ...(isMariadb
        ? [
            '--key-buffer-size=1M',
            '--aria-pagecache-buffer-size=8M',
            `--innodb-log-file-size=${testing ? '16M' : '64M'}`,
          ]
        : ['--mysqlx=OFF', '--innodb-redo-log-capacity=100M']),
    ];
    return {
      args,
      cwd: data,
      env: found.env,
      url: `mysql://${user}:${secret}@127.0.0.1:${port}`,
      pidFile: join(state, 'mysql.pid'),
      startupMs: 120_000, // recovery after a kill may read the whole log
    };
  },

  async ask({ url }) {
    const [rows] = await queryMysql(url, ['SELECT VERSION()']);
    return { version: rows?.[0]?.[0] ?? '' };
  },
});

/** @param {import('./part.mjs').Program} found @param {string} template @param {string} logs */
async function makeTemplate(found, template, logs) {
  const next = `${template}.next`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  const isMysql = basename(found.program) === 'mysqld' && !found.installer;
  const { code, output } = isMysql
    ? await runCommand(found.program, ['--no-defaults', ...runAs(), '--initialize-insecure', `--datadir=${next}`], {
        env: found.env,
      })
    : await runCommand(
        found.installer ?? '',
        [
          '--no-defaults',
          `--user=${userInfo().username}`,
          `--datadir=${next}`,
          ...(found.base ? [`--basedir=${found.base}`] : []),
          '--auth-root-authentication-method=normal',
          '--skip-test-db',
          '--skip-name-resolve',
          '--innodb-log-file-size=16M',
        ],
        { env: found.env },
      );
  mkdirSync(logs, { recursive: true });
  writeFileSync(join(logs, 'mysql-install.log'), output);
  if (code !== 0) throw new Error(`The data folder of the database could not be prepared:\n${output.slice(-2000)}`);
  renameSync(next, template);
}

/**
 * Runs at every start with all rights, so the password is new each time and nobody has to remember one.
 * @param {string} password
 */
function accountStatements(password) {
  const locked = randomBytes(18).toString('base64url');
  return [
    ...['localhost', '127.0.0.1', '::1'].map(
      (host) => `ALTER USER IF EXISTS 'root'@'${host}' IDENTIFIED BY '${locked}';`,
    ),
    `CREATE USER IF NOT EXISTS '${user}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `ALTER USER '${user}'@'127.0.0.1' IDENTIFIED BY '${password}';`,
    `GRANT ALL PRIVILEGES ON *.* TO '${user}'@'127.0.0.1' WITH GRANT OPTION;`,
    '',
  ].join('\n');
}

/** The server refuses to run as root unless told so. */
function runAs() {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}
