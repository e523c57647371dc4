/**
 * `npm start -- --docker`: the same system by compose, when asked for.
 * @module
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { LocalFault } from '../fault.mjs';

const withoutDocker = Object.freeze(['不用 Docker 也可以运行：npm start', 'It runs without Docker as well: npm start']);

/**
 * @param {string} root the repository
 * @param {import('./options.mjs').StartOptions} options
 * @param {(zh: string, en: string) => string} say
 * @throws {LocalFault} `docker-absent`, `docker-failed`
 */
export async function serveByDocker(root, { port, reset, once }, say) {
  for (const args of [
    ['compose', 'version'],
    ['info', '--format', '{{.ServerVersion}}'],
  ]) {
    const { code, output } = await runCommand('docker', args);
    if (code !== 0) throw dockerAbsent(output);
  }
  writeSecrets(root);
  if (reset) await compose(root, port, ['down', '--volumes']);
  await compose(root, port, ['up', '-d', '--build', '--wait']);
  const loading = ['node', 'services/cli/bin/duijie.js', 'demo-load', '--report'];
  if (isDemo(root))
    await compose(root, port, ['exec', '-T', '-e', 'DUIJIE_URL=http://127.0.0.1:4180', 'gateway', ...loading]);
  process.stdout.write(`${say('对接已就绪', 'Duijie is ready')}: http://127.0.0.1:${port}\n`);
  if (once) await compose(root, port, ['down']);
  else process.stdout.write(`${say('停止：docker compose down', 'Stop it with: docker compose down')}\n`);
}

/**
 * @param {string} root
 * @param {number} port
 * @param {string[]} args of `docker compose`
 */
async function compose(root, port, args) {
  const env = { ...process.env, DUIJIE_PORT: String(port) };
  const status = await new Promise((resolve, reject) => {
    const child = spawn('docker', ['compose', ...args], { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (status === 0) return;
  throw new LocalFault({
    code: 'docker-failed',
    message: [`docker compose ${args[0]} 失败`, `docker compose ${args[0]} failed`],
    next: [`docker compose logs 可查看原因；${withoutDocker[0]}`, `docker compose logs shows why; ${withoutDocker[1]}`],
  });
}

/** @param {string} detail */
function dockerAbsent(detail) {
  return new LocalFault({
    code: 'docker-absent',
    message: ['本机没有可用的 Docker（需要 docker compose）', 'Docker with compose is not available on this machine'],
    next: [`请安装并启动 Docker；${withoutDocker[0]}`, `Install and start Docker; ${withoutDocker[1]}`],
    detail: detail.trim().split('\n').slice(-3).join('\n'),
  });
}

/**
 * Writes `.env` with random secrets when there is none, following the example.
 * @param {string} root
 */
function writeSecrets(root) {
  const file = join(root, '.env');
  if (existsSync(file)) return;
  const example = readFileSync(join(root, 'infra/docker/env.example'), 'utf8');
  const text = example.replaceAll(/=change-me$/gm, () => `=${randomBytes(32).toString('base64url')}`);
  writeFileSync(file, text, { mode: 0o600 });
}

/** @param {string} root */
function isDemo(root) {
  return /^DUIJIE_DEMO=1$/m.test(readFileSync(join(root, '.env'), 'utf8'));
}
