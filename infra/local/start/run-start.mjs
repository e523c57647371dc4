/**
 * `npm start`: installs, builds, finds or starts the parts, serves the sample city until stopped.
 * @module
 */
import { join } from 'node:path';
import { build, isBuilt } from '../build.mjs';
import { LocalFault, exitCode, runMain } from '../fault.mjs';
import { checkGround } from '../ground.mjs';
import { install, isInstalled } from '../install.mjs';
import { lockHolder, takeLock } from '../lock.mjs';
import { memoryTable } from '../memory-table.mjs';
import { stopProcess } from '../parts/daemon.mjs';
import { ensureParts } from '../parts/ensure-parts.mjs';
import { keepParts } from '../parts/keep-parts.mjs';
import { stopParts } from '../parts/stop-parts.mjs';
import { createProgress, duration } from '../progress.mjs';
import { readRunFile, writeRunFile } from '../run-file.mjs';
import { createSay, langOf } from '../say.mjs';
import { listenForStop } from '../stop-signal.mjs';
import { applicationFailed, checkPort, startApplication, waitUntilReady } from './application.mjs';
import { serveByDocker } from './docker.mjs';
import { readStartOptions, usageText } from './options.mjs';
import { resetDemo } from './reset.mjs';
import { loadSampleCity } from './sample-city.mjs';

const root = join(import.meta.dirname, '../../..');
const local = join(root, '.local');

/** @param {string[]} argv @returns {Promise<never>} ends the process */
export async function runStart(argv) {
  const say = createSay({ lang: langOf(argv) });
  return runMain(say, async () => {
    const options = readStartOptions(argv, process.env);
    if (options.help) {
      process.stdout.write(`${usageText}\n`);
      return exitCode.ok;
    }
    if (options.docker) {
      await serveByDocker(root, options, say);
      return exitCode.ok;
    }
    checkGround(root);
    const release = await lockStart(options.port);
    try {
      return await serve(options, say);
    } finally {
      release();
    }
  });
}

/** @param {number} port */
async function lockStart(port) {
  const file = join(local, 'start.lock');
  const release = await takeLock(file);
  if (release) return release;
  const running = readRunFile(local).application;
  throw new LocalFault({
    code: 'already-running',
    message: [
      `npm start 已在运行（进程 ${lockHolder(file)?.pid ?? '?'}）`,
      `npm start is already running (process ${lockHolder(file)?.pid ?? '?'})`,
    ],
    next: [
      `请打开 http://127.0.0.1:${running?.port ?? port}，或先在那个终端按 Ctrl-C`,
      `Open http://127.0.0.1:${running?.port ?? port}, or press Ctrl-C in its terminal first`,
    ],
  });
}

/**
 * @param {import('./options.mjs').StartOptions} options
 * @param {(zh: string, en: string) => string} say
 * @returns {Promise<number>} exit code
 */
async function serve(options, say) {
  const began = performance.now();
  const stopping = listenForStop();
  const progress = createProgress();
  const print = (zh, en) => process.stdout.write(`${say(zh, en)}\n`);
  let application;
  let failure;
  try {
    await stopLeftApplication(say);
    await checkPort(options.port);
    if (options.reset) {
      print('清除演示数据（.local/data、.local/state）', 'removing the demo data (.local/data, .local/state)');
      await resetDemo(root);
    }
    await prepare(progress, say, stopping.signal);
    const { env, parts } = await progress.step(say('数据库、队列、搜索', 'database, queue, search'), (detail) =>
      ensureParts({ root, log: (zh, en) => detail(say(zh, en)) }),
    );
    describeParts(parts, say);
    stopping.signal.throwIfAborted();
    application = startApplication({ root, port: options.port, env });
    rememberApplication(application);
    await progress.step(say('应用', 'application'), () => waitUntilReady(application, stopping.signal));
    await loadSampleCity({ root, port: options.port, lang: options.lang, env, signal: stopping.signal });
    process.stdout.write(`${memoryTable(processesToShow(application, parts), say)}\n`);
    const passed = duration(performance.now() - began);
    print(`对接已就绪：${application.url}（用时 ${passed}）`, `Duijie is ready: ${application.url} (after ${passed})`);
    if (!options.once) {
      print('按 Ctrl-C 停止', 'Ctrl-C stops it');
      const keeper = keepParts({ root, log: (zh, en) => print(`  ${zh}`, `  ${en}`) });
      await Promise.race([stopping.asked, application.ended]);
      await keeper.stop();
      if (!stopping.signal.aborted) throw applicationFailed(application);
    }
  } catch (error) {
    if (!stopping.signal.aborted) failure = error;
  }
  progress.stop();
  await stopEverything(application, say);
  if (failure) throw failure;
  return stopping.signal.aborted && !application ? 130 : exitCode.ok;
}

/** @param {import('../progress.mjs').Progress} progress @param {(zh: string, en: string) => string} say @param {AbortSignal} signal */
async function prepare(progress, say, signal) {
  if (!isInstalled(root)) {
    await progress.step(say('安装依赖', 'packages'), (detail) => install(root, { detail, signal }));
    signal.throwIfAborted();
  }
  if (!isBuilt(root)) await progress.step(say('编译', 'build'), () => build(root, { signal }));
  signal.throwIfAborted();
}

/** A killed `npm start` leaves its application running: the new one takes over. @param {(zh: string, en: string) => string} say */
async function stopLeftApplication(say) {
  const run = readRunFile(local);
  if (!run.application) return;
  process.stdout.write(`${say('停止上次留下的应用', 'stopping the application left from last time')}\n`);
  await stopProcess(run.application.process);
  delete run.application;
  writeRunFile(local, run);
}

/** @param {import('./application.mjs').Application} application */
function rememberApplication({ process: mark, port }) {
  writeRunFile(local, { ...readRunFile(local), application: { process: mark, port } });
}

/** @param {import('./application.mjs').Application | undefined} application @param {(zh: string, en: string) => string} say */
async function stopEverything(application, say) {
  const began = performance.now();
  if (application) {
    await stopProcess(application.process);
    const { application: _gone, ...run } = readRunFile(local);
    writeRunFile(local, run);
  }
  const stopped = await stopParts({ root });
  if (!application && stopped.length === 0) return;
  process.stdout.write(`${say('已全部停止', 'everything is stopped')} (${duration(performance.now() - began)})\n`);
}

/** @param {Record<string, import('../run-file.mjs').PartRecord>} parts @param {(zh: string, en: string) => string} say */
function describeParts(parts, say) {
  const sources = {
    environment: say('环境变量', 'environment'),
    path: say('本机程序', 'program on this machine'),
    'debian-packages': say('.local 中的 Debian 软件包', 'Debian packages in .local'),
    'npm-package': say('.local 中的程序包', 'package in .local'),
  };
  for (const [name, { version, source, port }] of Object.entries(parts)) {
    process.stdout.write(`  ${name} ${version ?? ''} · ${sources[source]}${port ? ` · 127.0.0.1:${port}` : ''}\n`);
  }
}

/** @param {import('./application.mjs').Application} application @param {Record<string, import('../run-file.mjs').PartRecord>} parts */
function processesToShow(application, parts) {
  return [
    { name: 'application', pid: application.process.pid },
    ...Object.entries(parts).map(([name, record]) => ({ name, pid: record.process?.pid })),
    { name: 'npm start', pid: process.pid },
  ];
}
