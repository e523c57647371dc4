/**
 * Starts and stops background programs that outlive the command that started them.
 * @module
 */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, markOf, withDescendants } from '../process-facts.mjs';

/**
 * @typedef {object} Daemon
 * @property {import('../process-facts.mjs').ProcessMark | undefined} process undefined when it ended at once
 * @property {() => boolean} ended
 */

/**
 * @param {object} what
 * @param {string} what.program
 * @param {string[]} what.args
 * @param {string} what.logFile gets stdout and stderr; emptied first
 * @param {string} what.cwd
 * @param {NodeJS.ProcessEnv} [what.env]
 * @returns {Daemon}
 */
export function startDaemon({ program, args, logFile, cwd, env = process.env }) {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'w', 0o600);
  // In a process group of its own: Ctrl-C must reach the command, which then stops things in order.
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  child.unref();
  return { process: child.pid === undefined ? undefined : markOf(child.pid), ended: () => ended };
}

/**
 * Asks until the answer comes, the program ends, or time is up.
 *
 * @template T
 * @param {() => Promise<T>} ask rejects while there is no answer
 * @param {object} options
 * @param {() => boolean} options.ended
 * @param {number} options.timeoutMs
 * @returns {Promise<T | undefined>} undefined when it ended or stayed silent
 */
export async function waitForAnswer(ask, { ended, timeoutMs }) {
  const until = Date.now() + timeoutMs;
  while (!ended() && Date.now() < until) {
    try {
      return await ask();
    } catch {
      await sleep(50);
    }
  }
  return undefined;
}

/**
 * Ends a process, first politely. Waits until it is gone and its pid file with it.
 *
 * @param {import('../process-facts.mjs').ProcessMark | undefined} mark
 * @param {object} [options]
 * @param {string} [options.pidFile]
 * @param {number} [options.politeMs] time before SIGKILL
 */
export async function stopProcess(mark, { pidFile, politeMs = 30_000 } = {}) {
  if (mark && isAlive(mark)) {
    signal(mark.pid, 'SIGTERM');
    const until = Date.now() + politeMs;
    // A zombie whose parent does not reap it counts as gone; the pid file says so for certain.
    while (isAlive(mark) && Date.now() < until) await sleep(25);
    if (isAlive(mark)) {
      signal(mark.pid, 'SIGKILL');
      while (isAlive(mark)) await sleep(25);
    }
  }
  if (!pidFile) return;
  for (let wait = 0; existsSync(pidFile) && wait < 20; wait++) await sleep(25);
  rmSync(pidFile, { force: true });
}

/**
 * Ends a process and everything it started, at once.
 * @param {import('../process-facts.mjs').ProcessMark | undefined} mark
 */
export function killTree(mark) {
  if (!mark || !isAlive(mark)) return;
  for (const pid of withDescendants(mark.pid)) signal(pid, 'SIGKILL');
}

/** @param {string} file @param {number} [lines] @returns {string} the end of a log */
export function logTail(file, lines = 12) {
  try {
    return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
  } catch {
    return '';
  }
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone already.
  }
}
