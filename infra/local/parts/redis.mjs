/**
 * The queue part: Redis with an append-only file, so that queued work survives a kill.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { debianPackages } from './debian-packages.mjs';
import { findProgram } from './programs.mjs';
import { askRedis } from './redis-client.mjs';

/** @type {import('./part.mjs').Part} */
export const redisPart = Object.freeze({
  name: 'redis',
  title: 'Redis',
  variables: Object.freeze({ url: 'REDIS_URL' }),

  find() {
    const program = findProgram(['redis-server']);
    return program ? { program, source: 'path', env: process.env } : undefined;
  },

  async fetch({ packages, log }) {
    const { root, libraries } = await debianPackages({
      folder: packages,
      name: 'redis',
      seeds: ['redis-server', 'redis-tools'],
      log,
    });
    return {
      program: join(root, 'usr/bin/redis-server'),
      source: 'debian-packages',
      env: { ...process.env, LD_LIBRARY_PATH: libraries },
    };
  },

  async prepare(_found, { data }) {
    mkdirSync(data, { recursive: true });
  },

  command(found, { data, port, state, secret }) {
    const config = join(state, 'redis.conf');
    // In a file, because arguments can be read by every user of the machine.
    const lines = [
      'bind 127.0.0.1',
      `port ${port}`,
      `requirepass ${secret}`,
      `dir ${quoted(data)}`,
      `pidfile ${quoted(join(state, 'redis.pid'))}`,
      'daemonize no',
      'appendonly yes',
      'appendfsync everysec',
      'save ""',
      'maxmemory-policy noeviction',
      '',
    ];
    writeFileSync(config, lines.join('\n'), { mode: 0o600 });
    return {
      args: [config],
      cwd: data,
      env: found.env,
      url: `redis://:${secret}@127.0.0.1:${port}`,
      pidFile: join(state, 'redis.pid'),
      startupMs: 60_000,
    };
  },

  async ask({ url }) {
    return askRedis(url);
  },
});

/** @param {string} path @returns {string} as a word of the configuration file */
function quoted(path) {
  return `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
