/**
 * Whether the parts answer, and are set as Duijie needs them.
 * @module
 */
import { join } from 'node:path';
import { isAlive } from '../process-facts.mjs';
import { queryMysql } from '../parts/mysql-client.mjs';
import { allParts } from '../parts/part.mjs';
import { askRedis } from '../parts/redis-client.mjs';
import { readRunFile } from '../run-file.mjs';
import { fault, ok, warning } from './finding.mjs';

/** Deadlines are exact to the minute, so clocks that differ by a second deserve a word. */
const clockWarningMs = 1000;

/**
 * @param {string} root the repository
 * @returns {Promise<import('./finding.mjs').Finding[]>}
 */
export async function checkParts(root) {
  const run = readRunFile(join(root, '.local'));
  const findings = [];
  for (const part of allParts) {
    const url = process.env[`DUIJIE_${part.variables.url}`];
    const key = process.env[`DUIJIE_${part.variables.key}`];
    const record = url ? { url, key } : run.parts[part.name];
    if (!record) {
      findings.push(
        ok(
          `${part.name}-idle`,
          `${part.title}：未运行，npm start 会启动`,
          `${part.title}: not running, npm start starts it`,
        ),
      );
    } else if (!url && !isAlive(record.process)) {
      findings.push(
        warning(
          `${part.name}-left`,
          [`${part.title}：run.json 中的进程已不在`, `${part.title}: the process in run.json is gone`],
          ['下次 npm start 会自动清理并重新启动', 'The next npm start clears it away and starts anew'],
        ),
      );
    } else {
      findings.push(...(await checks[part.name](record, part.title)));
    }
  }
  return findings;
}

const checks = {
  /** @param {{ url: string }} record @param {string} title */
  async mysql({ url }, title) {
    try {
      const [facts, clock, grants] = await queryMysql(url, [
        'SELECT VERSION()',
        'SELECT UNIX_TIMESTAMP(NOW(3)) * 1000',
        'SHOW GRANTS',
      ]);
      const version = facts?.[0]?.[0] ?? '?';
      const difference = Math.round(Date.now() - Number(clock?.[0]?.[0]));
      return [
        ok('mysql', `${title} ${version} 可连接`, `${title} ${version} answers`),
        mayCreate(grants ?? []),
        clockFinding(difference),
      ];
    } catch (error) {
      return [unreachable('mysql', title, error, 'DUIJIE_MYSQL_URL')];
    }
  },

  /** @param {{ url: string }} record @param {string} title */
  async redis({ url }, title) {
    try {
      const { version, appendOnly, maxmemoryPolicy } = await askRedis(url);
      const findings = [ok('redis', `${title} ${version} 可连接`, `${title} ${version} answers`)];
      if (appendOnly) findings.push(ok('redis-aof', `${title} 已开启 AOF`, `${title} keeps an append-only file`));
      else
        findings.push(
          fault(
            'redis-aof',
            [`${title} 未开启 AOF，断电会丢失队列`, `${title} keeps no append-only file`],
            [
              'redis-cli CONFIG SET appendonly yes，并写入配置文件',
              'redis-cli CONFIG SET appendonly yes, and in its configuration file',
            ],
          ),
        );
      if (maxmemoryPolicy === 'noeviction') findings.push(ok('redis-eviction', `${title} noeviction`));
      else
        findings.push(
          fault(
            'redis-eviction',
            [`${title} 会丢弃数据：${maxmemoryPolicy}`, `${title} evicts data: ${maxmemoryPolicy}`],
            [
              'redis-cli CONFIG SET maxmemory-policy noeviction，并写入配置文件',
              'redis-cli CONFIG SET maxmemory-policy noeviction, and in its configuration file',
            ],
          ),
        );
      return findings;
    } catch (error) {
      return [unreachable('redis', title, error, 'DUIJIE_REDIS_URL')];
    }
  },

  /** @param {{ url: string, key?: string }} record @param {string} title */
  async meilisearch(record, title) {
    const part = allParts.find(({ name }) => name === 'meilisearch');
    try {
      const { version } = await part.ask(record);
      return [ok('meilisearch', `${title} ${version} 可用`, `${title} ${version} is healthy`)];
    } catch (error) {
      return [unreachable('meilisearch', title, error, 'DUIJIE_MEILI_URL / DUIJIE_MEILI_KEY')];
    }
  },
};

/**
 * @param {{ port: number, process: import('../process-facts.mjs').ProcessMark } | undefined} application
 * @returns {Promise<import('./finding.mjs').Finding>}
 */
export async function checkApplication(application) {
  if (!application) return ok('application-idle', '应用未运行', 'the application is not running');
  const url = `http://127.0.0.1:${application.port}`;
  if (!isAlive(application.process)) {
    return warning(
      'application-left',
      ['上次的应用已不在运行', 'the application of last time is gone'],
      ['npm start 会自动清理', 'npm start clears this away'],
    );
  }
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(3000) });
    if (response.ok) return ok('application', `应用就绪：${url}`, `the application is ready: ${url}`);
    return fault(
      'application',
      [`应用未就绪（${response.status}）`, `the application is not ready (${response.status})`],
      [`查看 ${url}/readyz 和 .local/logs/app.log`, `See ${url}/readyz and .local/logs/app.log`],
    );
  } catch (error) {
    return unreachable('application', url, error, '.local/logs/app.log');
  }
}

/** @param {(string | null)[][]} grants */
function mayCreate(grants) {
  const text = grants.flat().join('\n');
  if (/GRANT (ALL PRIVILEGES|.*\bCREATE\b.*) ON \*\.\*/.test(text)) {
    return ok('mysql-create', '数据库账号可以建库', 'the database account may create databases');
  }
  return warning(
    'mysql-create',
    ['数据库账号不能建库', 'the database account may not create databases'],
    [
      '请先建好 duijie_<服务> 各库，或授予 CREATE 权限',
      'Create the databases duijie_<service> beforehand, or grant CREATE',
    ],
  );
}

/** @param {number} differenceMs */
function clockFinding(differenceMs) {
  if (Math.abs(differenceMs) < clockWarningMs) {
    return ok('clock', `与数据库时钟相差 ${differenceMs} ms`, `${differenceMs} ms from the database's clock`);
  }
  return warning(
    'clock',
    [`与数据库时钟相差 ${differenceMs} ms`, `${differenceMs} ms from the database's clock`],
    ['规则以数据库时钟为准；请用 NTP 对时', 'Rules follow the clock of the database; set both by NTP'],
  );
}

/** @param {string} code @param {string} title @param {unknown} error @param {string} where */
function unreachable(code, title, error, where) {
  const reason = error instanceof Error ? error.message : String(error);
  return fault(
    code,
    [`${title} 不可用：${reason}`, `${title} cannot be used: ${reason}`],
    [`请检查 ${where}，或重新 npm start`, `Check ${where}, or run npm start again`],
  );
}
