/**
 * The application process of `npm start`: every service in one Node.js process.
 * @module
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LocalFault, exitCode } from '../fault.mjs';
import { logTail } from '../parts/daemon.mjs';
import { isPortTaken } from '../ports.mjs';
import { markOf } from '../process-facts.mjs';
import { otherPort } from './options.mjs';

const readyMs = 180_000;

/**
 * @typedef {object} Application
 * @property {import('../process-facts.mjs').ProcessMark} process
 * @property {number} port
 * @property {string} url
 * @property {Promise<void>} ended resolves when the process is gone
 * @property {() => boolean} isEnded
 * @property {() => number | undefined} exitCode once it ended by itself
 * @property {string} logFile
 */

/**
 * @param {number} port
 * @throws {LocalFault} `port-taken`, `port-forbidden`
 */
export async function checkPort(port) {
  let taken;
  try {
    taken = (await isPortTaken(port)) || (await isPortTaken(port, '127.0.0.1'));
  } catch (error) {
    throw new LocalFault({
      code: 'port-forbidden',
      message: [`不能使用端口 ${port}`, `Port ${port} may not be used`],
      next: ['请换一个大于 1023 的端口：npm start -- --port 4280', 'Choose one above 1023: npm start -- --port 4280'],
      detail: error instanceof Error ? error.message : String(error),
    });
  }
  if (!taken) return;
  throw new LocalFault({
    code: 'port-taken',
    message: [`端口 ${port} 已被其他程序占用`, `Port ${port} is taken by another program`],
    next: [
      `请换一个端口：npm start -- --port ${otherPort(port)}，或设置 DUIJIE_PORT，或停止占用它的程序`,
      `Choose another: npm start -- --port ${otherPort(port)}, or set DUIJIE_PORT, or stop the program that holds it`,
    ],
  });
}

/**
 * @param {object} what
 * @param {string} what.root the repository
 * @param {number} what.port
 * @param {Record<string, string>} what.env variables of the parts
 * @returns {Application}
 */
export function startApplication({ root, port, env }) {
  const logFile = join(root, '.local/logs/app.log');
  mkdirSync(join(logFile, '..'), { recursive: true });
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  // In a process group of its own: Ctrl-C must not reach the parts before the application has finished its work.
  const child = spawn(process.execPath, [join(root, 'infra/all-in-one/dist/main.js')], {
    cwd: root,
    env: applicationEnv(root, port, env),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let isEnded = false;
  const ended = new Promise((resolve) => {
    const end = () => {
      isEnded = true;
      resolve(undefined);
    };
    child.once('exit', end);
    child.once('error', end);
  });
  const mark = markOf(child.pid ?? 0) ?? { pid: child.pid ?? 0, born: '' };
  return {
    process: mark,
    port,
    url: `http://127.0.0.1:${port}`,
    ended,
    isEnded: () => isEnded,
    exitCode: () => child.exitCode ?? undefined,
    logFile,
  };
}

/**
 * @param {string} root @param {number} port @param {Record<string, string>} partsEnv
 * @returns {NodeJS.ProcessEnv} what the application and the command line read
 */
export function applicationEnv(root, port, partsEnv) {
  return {
    ...process.env,
    ...partsEnv,
    DUIJIE_PORT: String(port),
    DUIJIE_URL: `http://127.0.0.1:${port}`,
    DUIJIE_STATE_DIR: join(root, '.local/state'),
    DUIJIE_DEMO: '1',
    // The demo's invented members all sign in from this machine.
    DUIJIE_RATE_SIGN_IN: '600',
  };
}

/**
 * @param {Application} application
 * @param {AbortSignal} signal
 * @throws {LocalFault} `application-failed` with the end of its log
 */
export async function waitUntilReady(application, signal) {
  const until = Date.now() + readyMs;
  while (!application.isEnded() && Date.now() < until) {
    signal.throwIfAborted();
    if (await isReady(application.url)) return;
    await sleep(100);
  }
  throw applicationFailed(application);
}

/** @param {Application} application */
export function applicationFailed({ logFile, exitCode: ended }) {
  return new LocalFault({
    code: 'application-failed',
    exit: ended() === exitCode.configuration ? exitCode.configuration : exitCode.failure,
    message: [
      '应用没有启动成功，日志最后 40 行如下',
      'The application did not start; the last 40 lines of its log follow',
    ],
    next: [
      `完整日志：${logFile}；npm run doctor 可检查环境`,
      `Whole log: ${logFile}; npm run doctor checks the surroundings`,
    ],
    detail: logTail(logFile, 40),
  });
}

/** @param {string} url */
async function isReady(url) {
  try {
    const response = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}
