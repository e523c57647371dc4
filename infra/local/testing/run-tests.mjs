/**
 * `npm test`: installs and builds what is missing, starts parts of its own, runs every test, ends with the counts.
 * @module
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, isBuilt } from '../build.mjs';
import { LocalFault, exitCode, runMain } from '../fault.mjs';
import { checkGround } from '../ground.mjs';
import { install, isInstalled } from '../install.mjs';
import { takeLock } from '../lock.mjs';
import { killTree } from '../parts/daemon.mjs';
import { ensureParts } from '../parts/ensure-parts.mjs';
import { partSet } from '../parts/part-set.mjs';
import { stopParts } from '../parts/stop-parts.mjs';
import { markOf } from '../process-facts.mjs';
import { createProgress } from '../progress.mjs';
import { createSay } from '../say.mjs';
import { listenForStop } from '../stop-signal.mjs';
import { describeCounts, readCounts } from './jest-counts.mjs';

const root = join(import.meta.dirname, '../../..');
const set = partSet(root, 'test');
/** Names the jest that a killed `npm test` leaves running. */
const jestProcess = join(set.folder, 'jest-process.json');

/** @param {string[]} jestArgs passed on to jest @returns {Promise<never>} ends the process */
export async function runTests(jestArgs) {
  const say = createSay();
  return runMain(say, async () => {
    checkGround(root);
    const release = await takeLock(join(root, '.local/test.lock'));
    if (!release) throw alreadyRunning();
    try {
      return await testEverything(jestArgs, say);
    } catch (error) {
      const text = error instanceof LocalFault ? error.describe(say) : (error?.stack ?? error);
      process.stderr.write(`${text}\n`);
      process.stdout.write(`${describeCounts({ passed: 0, failed: 1, skipped: 0 })}\n`);
      return exitCode.failure;
    } finally {
      release();
    }
  });
}

/** @param {string[]} jestArgs @param {(zh: string, en: string) => string} say */
async function testEverything(jestArgs, say) {
  const { signal } = listenForStop();
  const progress = createProgress();
  const report = join(set.folder, 'jest.json');
  let counts = { passed: 0, failed: 0, skipped: 0 };
  try {
    if (!isInstalled(root)) {
      await progress.step(say('安装依赖', 'packages'), (detail) => install(root, { detail, signal }));
    }
    signal.throwIfAborted();
    if (!isBuilt(root)) await progress.step(say('编译', 'build'), () => build(root, { signal }));
    signal.throwIfAborted();
    const { env } = await progress.step(say('测试用部件', 'parts for tests'), (detail) => freshParts(detail, say));
    rmSync(report, { force: true });
    const code = signal.aborted ? 1 : await jest(jestArgs, report, env, signal);
    counts = readCounts(report);
    if (code !== 0 && counts.failed === 0) counts.failed = 1;
  } finally {
    await stopParts({ root, name: 'test' });
  }
  const ok = counts.failed === 0 && counts.passed > 0 && !signal.aborted;
  process.stdout.write(`${describeCounts(counts)}\n`);
  return ok ? exitCode.ok : exitCode.failure;
}

/**
 * Every run begins with empty data, copied from a template.
 * @param {(text: string) => void} detail @param {(zh: string, en: string) => string} say
 */
async function freshParts(detail, say) {
  if (existsSync(jestProcess)) killTree(JSON.parse(readFileSync(jestProcess, 'utf8')));
  await stopParts({ root, name: 'test', force: true });
  rmSync(join(set.folder, 'data'), { recursive: true, force: true });
  return ensureParts({ root, name: 'test', log: (zh, en) => detail(say(zh, en)) });
}

/**
 * @param {string[]} args @param {string} report @param {Record<string, string>} env @param {AbortSignal} signal
 * @returns {Promise<number>} exit code
 */
function jest(args, report, env, signal) {
  mkdirSync(set.folder, { recursive: true });
  const all = [join(root, 'node_modules/jest/bin/jest.js'), '--json', `--outputFile=${report}`, ...args];
  return new Promise((resolve) => {
    // What jest prints for people goes to stderr; its JSON on stdout is read from the file instead.
    const child = spawn(process.execPath, all, {
      cwd: root,
      env: { ...process.env, ...env, NODE_ENV: 'test' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const mark = markOf(child.pid ?? 0);
    writeFileSync(jestProcess, JSON.stringify(mark));
    signal.addEventListener('abort', () => killTree(mark), { once: true });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function alreadyRunning() {
  return new LocalFault({
    code: 'already-running',
    message: ['npm test 已在此目录运行', 'npm test is already running in this folder'],
    next: ['请等它结束后重试', 'Wait for it to finish, then try again'],
  });
}
