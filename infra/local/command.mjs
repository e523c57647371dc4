/**
 * Runs a program to its end and keeps what it said.
 * @module
 */
import { spawn } from 'node:child_process';

/**
 * @typedef {object} CommandResult
 * @property {number} code exit code; 127 when the program was not found, 128 + n after a signal counts as 1
 * @property {string} stdout
 * @property {string} output stdout and stderr as they came, the last 64 kB
 */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env] the whole environment
 * @param {(line: string) => void} [options.onLine] sees each line of stdout and stderr
 * @param {AbortSignal} [options.signal]
 * @returns {Promise<CommandResult>} never rejects
 */
export function runCommand(program, args, { cwd, env = process.env, onLine, signal } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, signal, stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '';
    let output = '';
    let rest = '';
    const see = (chunk) => {
      output = (output + chunk).slice(-65_536);
      if (!onLine) return;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) onLine(line);
    };
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout += chunk;
      see(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', see);
    child.once('error', (error) => {
      const missing = error.code === 'ENOENT';
      resolve({ code: missing ? 127 : 1, stdout, output: `${output}${error.message}\n` });
    });
    child.once('close', (code) => resolve({ code: code ?? 1, stdout, output }));
  });
}
