/**
 * A fresh clone of what is committed, in a temporary folder, as a new user would have it.
 * @module
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** @returns {{ folder: string, installed(): void, remove(): void }} `installed` brings the packages of this checkout along */
export function scratchClone() {
  const folder = mkdtempSync(join(tmpdir(), 'duijie-measure-'));
  execFileSync('git', ['clone', '--quiet', '--local', root, folder]);
  return {
    folder,
    installed() {
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Runs a command to its end and measures it.
 * @param {string} folder @param {string} command @param {string[]} args @param {Record<string, string>} [env]
 * @returns {Promise<{ code: number | null, seconds: number, output: string }>}
 */
export function timed(folder, command, args, env = {}) {
  const begun = performance.now();
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'en_US.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('error', fail);
    child.once('exit', (code) => done({ code, seconds: (performance.now() - begun) / 1000, output }));
  });
}

/** Starts `npm start` in a clone and resolves once it says that it is ready. @param {string} folder @param {number} port */
export async function serve(folder, port) {
  const child = spawn('node', ['infra/local/start.mjs', '--lang', 'en', '--port', String(port)], {
    cwd: folder,
    env: process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise((done) => child.once('exit', done));
  await new Promise((done, fail) => {
    const told = (chunk) => {
      output += chunk;
      if (output.includes('Duijie is ready')) done(undefined);
    };
    child.stdout.on('data', told);
    child.stderr.on('data', told);
    child.once('exit', () => fail(new Error(`npm start ended:\n${output.slice(-3000)}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}
