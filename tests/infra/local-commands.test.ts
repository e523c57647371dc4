import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText, root, sourceFiles } from './repository';
import { runModule, runNode } from './run-module';

const parsed = async (source: string, env: Record<string, string> = {}): Promise<unknown> => {
  const { code, stdout, stderr } = await runModule(source, env);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
};

describe('commands before npm ci', () => {
  const modules = sourceFiles('infra/local/*.mjs');

  it('import nothing but Node.js and each other', () => {
    expect(modules.length).toBeGreaterThan(20);
    const foreign = modules.flatMap((path) =>
      [...readText(path).matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)]
        .map(([, name]) => name ?? '')
        .filter((name) => !name.startsWith('node:') && !name.startsWith('.'))
        .map((name) => `${path}: ${name}`),
    );
    expect(foreign).toEqual([]);
  });

  it.each(['start', 'test', 'doctor', 'check'])(
    '%s.mjs tells an old Node.js before it imports anything new',
    (name) => {
      const imports = [...readText(`infra/local/${name}.mjs`).matchAll(/^import .*'(.+)';$/gm)].map(([, from]) => from);
      expect(imports).toEqual(['./node-version.mjs']);
    },
  );

  it('refuse Node.js 20.18 in words', async () => {
    const run = await runModule("import { requireNode } from 'infra/local/node-version.mjs'; requireNode('20.18.3');");
    expect(run.code).toBe(78);
    expect(run.stderr).toContain('Node.js 20.19');
    expect(run.stderr).toContain('https://nodejs.org');
  });
});

describe('language of messages', () => {
  it.each([
    ['zh_CN.UTF-8', '', '"好"'],
    ['en_GB.UTF-8', '', '"好 / good"'],
    ['C', '', '"好 / good"'],
    ['zh_CN.UTF-8', 'en', '"good"'],
    ['C', 'zh', '"好"'],
  ])('LANG=%s --lang %s', async (LANG, lang, expected) => {
    const { stdout } = await runModule(
      `import { createSay } from 'infra/local/say.mjs'; console.log(JSON.stringify(createSay({ lang: '${lang}' })('好', 'good')));`,
      { LANG, LC_ALL: '' },
    );
    expect(stdout.trim()).toBe(expected);
  });
});

describe('npm start', () => {
  it.each([
    [['--sideways'], {}, 2, 'npm start --'],
    [['--lang', 'fr'], {}, 2, 'npm start --'],
    [['--port', '99999'], {}, 2, '--port'],
    [['--port', '4190'], {}, 2, '4200'],
    [[], { DUIJIE_PORT: 'here' }, 78, 'DUIJIE_PORT'],
  ] as const)('%j with %j ends with %i and names the remedy', async (args, env, code, text) => {
    const run = await runNode(['infra/local/start.mjs', ...args], env);
    expect(run.code).toBe(code);
    expect(run.stderr).toContain(text);
    expect(run.stderr).toContain('→');
  });

  it('says which port to choose when its own is taken', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const run = await runModule(
      `import { runMain } from 'infra/local/fault.mjs'; import { checkPort } from 'infra/local/start/application.mjs';
       await runMain((zh, en) => en, () => checkPort(${port}));`,
    );
    server.close();
    expect(run.code).toBe(1);
    expect(run.stderr).toContain(`npm start -- --port ${port + 10}`);
  });
});

describe('reading what programs print', () => {
  it('takes new libraries from an apt plan and leaves renewals', async () => {
    const plan = [
      'Inst libaio1 (0.3 Debian [amd64])',
      'Inst perl [5.1] (5.2 Debian [amd64])',
      'Inst adduser (3 Debian [all])',
      'Conf libaio1 (0.3)',
    ];
    const names = await parsed(
      `import { missingLibraries } from 'infra/local/parts/debian-packages.mjs'; console.log(JSON.stringify(missingLibraries(${JSON.stringify(plan.join('\n'))})));`,
    );
    expect(names).toEqual(['libaio1']);
  });

  it('counts a file of tests that cannot be run as failed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'duijie-counts-'));
    const report = {
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
      numPendingTests: 1,
      numTodoTests: 0,
    };
    const line = await parsed(
      `import { writeFileSync } from 'node:fs'; import { describeCounts, readCounts } from 'infra/local/testing/jest-counts.mjs';
       writeFileSync('${folder}/r.json', '${JSON.stringify(report)}');
       console.log(JSON.stringify([describeCounts(readCounts('${folder}/r.json')), describeCounts(readCounts('${folder}/none.json'))]));`,
    );
    rmSync(folder, { recursive: true });
    expect(line).toEqual(['5 passed, 3 failed, 1 skipped', '0 passed, 1 failed']);
  });
});

describe('a lock between processes', () => {
  it('is refused while its holder lives and taken over when the holder was killed', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'duijie-lock-')), 'a.lock');
    const answer = await parsed(`
      import { spawn } from 'node:child_process'; import { once } from 'node:events';
      import { takeLock } from 'infra/local/lock.mjs';
      const holder = spawn(process.execPath, ['--input-type=module', '--eval',
        "import { takeLock } from '${root}/infra/local/lock.mjs'; await takeLock('${file}'); console.log('held'); setInterval(() => {}, 1000);"]);
      await once(holder.stdout, 'data');
      const whileHeld = (await takeLock('${file}')) !== undefined;
      holder.kill('SIGKILL');
      await once(holder, 'exit');
      const release = await takeLock('${file}');
      release?.();
      console.log(JSON.stringify({ whileHeld, afterKill: release !== undefined }));`);
    expect(answer).toEqual({ whileHeld: false, afterKill: true });
  });
});

describe('npm run doctor', () => {
  it('answers as JSON with a code for every finding', async () => {
    const { stdout } = await runNode(['infra/local/doctor.mjs', '--json']);
    const findings: { level: string; code: string; mend?: unknown }[] = JSON.parse(stdout);
    expect(findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['node', 'npm', 'disk', 'memory', 'apt']));
    for (const finding of findings) {
      expect(['ok', 'warning', 'fault']).toContain(finding.level);
      expect(finding.mend === undefined).toBe(finding.level === 'ok');
    }
  });

  it('finds fault with an address that nobody answers', async () => {
    const run = await runNode(['infra/local/doctor.mjs', '--lang', 'en'], { DUIJIE_REDIS_URL: 'redis://127.0.0.1:1' });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/✗ Redis cannot be used: .*ECONNREFUSED/);
    expect(run.stdout).toContain('Check DUIJIE_REDIS_URL');
  });
});
