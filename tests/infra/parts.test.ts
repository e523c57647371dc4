import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './repository';
import { runModule } from './run-module';

interface Part {
  readonly process: { readonly pid: number };
  readonly port: number;
}

/** A folder with a `.local` of its own, where the programs fetched earlier are shared. */
const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-parts-'));
  mkdirSync(join(folder, '.local'));
  mkdirSync(join(root, '.local/packages'), { recursive: true });
  symlinkSync(join(root, '.local/packages'), join(folder, '.local/packages'));
  return folder;
};

const readParts = (folder: string): Record<'mysql' | 'redis', Part> => {
  const run: { parts: Record<'mysql' | 'redis', Part> } = JSON.parse(
    readFileSync(join(folder, '.local/run.json'), 'utf8'),
  );
  return run.parts;
};

const isRunning = ({ process: { pid } }: Part): boolean => {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

/** Starts MySQL and Redis in a process that writes a row, then ends as told. */
const withParts = (folder: string, then: string): ReturnType<typeof runModule> =>
  runModule(
    `import { ensureParts } from 'infra/local/parts/ensure-parts.mjs';
     import { stopParts } from 'infra/local/parts/stop-parts.mjs';
     import { queryMysql } from 'infra/local/parts/mysql-client.mjs';
     const root = ${JSON.stringify(folder)};
     const { env, started } = await ensureParts({ root, only: ['mysql', 'redis'] });
     const ask = (...statements) => queryMysql(env.DUIJIE_MYSQL_URL, statements);
     ${then}`,
    { DUIJIE_MYSQL_URL: '', DUIJIE_REDIS_URL: '', DUIJIE_MEILI_URL: '' },
  );

// A cold start may fetch the programs first.
jest.setTimeout(180_000);

describe('private parts', () => {
  const folder = aFolder();
  afterAll(async () => {
    await withParts(folder, 'await stopParts({ root });');
    rmSync(folder, { recursive: true, force: true });
  });

  it('are started with passwords that only the owner can read, and stay when their command is killed', async () => {
    const run = await withParts(
      folder,
      `await ask('CREATE DATABASE kept', 'CREATE TABLE kept.need (id INT PRIMARY KEY)', 'INSERT INTO kept.need VALUES (7)');
       console.log(started.join(' '));
       process.kill(process.pid, 'SIGKILL');`,
    );
    expect(run.stdout.trim()).toBe('mysql redis');
    expect(statSync(join(folder, '.local/run.json')).mode & 0o777).toBe(0o600);
    const parts = readParts(folder);
    expect([parts.mysql.port, parts.redis.port]).not.toContain(3306);
    expect([parts.mysql.port, parts.redis.port]).not.toContain(6379);
    expect(isRunning(parts.mysql)).toBe(true);
  });

  it('are taken over by the next command', async () => {
    const before = readParts(folder);
    const run = await withParts(
      folder,
      `console.log(JSON.stringify([started, await ask('SELECT id FROM kept.need')]));`,
    );
    expect(JSON.parse(run.stdout)).toEqual([[], [[['7']]]]);
    expect(readParts(folder)).toEqual(before);
  });

  it('come back with their data after all of them were killed', async () => {
    for (const part of Object.values(readParts(folder))) process.kill(part.process.pid, 'SIGKILL');
    const run = await withParts(
      folder,
      `console.log(JSON.stringify([started, await ask('SELECT id FROM kept.need')]));`,
    );
    expect(JSON.parse(run.stdout)).toEqual([['mysql', 'redis'], [[['7']]]]);
  });

  it('are found by their folder when the record was lost', async () => {
    const before = readParts(folder);
    rmSync(join(folder, '.local/run.json'));
    const run = await withParts(folder, `console.log(JSON.stringify(started));`);
    expect(JSON.parse(run.stdout)).toEqual(['mysql', 'redis']);
    expect(Object.values(before).some(isRunning)).toBe(false);
  });

  it('refuse a wrong password', async () => {
    const run = await withParts(
      folder,
      `const wrong = env.DUIJIE_MYSQL_URL.replace(/:[^:@]+@/, ':wrong@');
       console.log(await queryMysql(wrong, ['SELECT 1']).then(() => 'let in', (error) => error.errno));`,
    );
    expect(run.stdout.trim()).toBe('1045');
  });

  it('are started again at the same address when one dies under a command that keeps them', async () => {
    const run = await withParts(
      folder,
      `const { keepParts } = await import('${root}/infra/local/parts/keep-parts.mjs');
       const { readRunFile } = await import('${root}/infra/local/run-file.mjs');
       const told = [];
       const keeper = keepParts({ root, log: (_zh, en) => told.push(en) });
       const { pid } = readRunFile(root + '/.local').parts.mysql.process;
       process.kill(pid, 'SIGKILL');
       let rows;
       for (const until = Date.now() + 20_000; !rows && Date.now() < until;)
         rows = await ask('SELECT id FROM kept.need').catch(() => new Promise((resolve) => setTimeout(resolve, 100)));
       await keeper.stop();
       console.log(JSON.stringify([rows, told.length, readRunFile(root + '/.local').parts.mysql.process.pid !== pid]));`,
    );
    expect(JSON.parse(run.stdout)).toEqual([[[['7']]], 1, true]);
  });

  it('are stopped by the last command that leaves', async () => {
    const before = readParts(folder);
    const run = await withParts(folder, `console.log((await stopParts({ root })).join(' '));`);
    expect(run.stdout.trim()).toBe('mysql redis');
    expect(Object.values(before).some(isRunning)).toBe(false);
    expect(existsSync(join(folder, '.local/run.json'))).toBe(false);
  });

  it('name the variable when a server given by the environment does not answer', async () => {
    const run = await runModule(
      `import { runMain } from 'infra/local/fault.mjs'; import { ensureParts } from 'infra/local/parts/ensure-parts.mjs';
       await runMain((zh, en) => en, () => ensureParts({ root: ${JSON.stringify(folder)}, only: ['mysql'] }));`,
      { DUIJIE_MYSQL_URL: 'mysql://a:b@127.0.0.1:1' },
    );
    expect(run.code).toBe(78);
    expect(run.stderr).toContain('DUIJIE_MYSQL_URL');
  });
});
