/**
 * Fetches Debian packages into `.local/packages` and unpacks them there. Needs no root and changes nothing of the system.
 * @module
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../command.mjs';
import { LocalFault, exitCode } from '../fault.mjs';
import { findProgram } from './programs.mjs';

/**
 * @typedef {object} Unpacked
 * @property {string} root folder that looks like `/`
 * @property {string} libraries value for LD_LIBRARY_PATH
 * @property {string[]} packages name and version of each
 */

/**
 * @param {object} what
 * @param {string} what.folder `.local/packages`
 * @param {string} what.name folder below it
 * @param {string[]} what.seeds packages wanted; what they need and this machine lacks comes along
 * @param {(zh: string, en: string) => void} what.log
 * @returns {Promise<Unpacked>} fetched now or on an earlier day
 * @throws {LocalFault} `apt-absent`, `packages-unreachable`
 */
export async function debianPackages({ folder, name, seeds, log }) {
  const root = join(folder, name);
  const list = join(root, '.packages.json');
  if (!existsSync(list)) {
    for (const program of ['apt-get', 'dpkg']) if (!findProgram([program])) throw aptAbsent(seeds);
    log(`下载 Debian 软件包：${seeds.join('、')}`, `downloading Debian packages: ${seeds.join(', ')}`);
    const next = `${root}.next`;
    rmSync(next, { recursive: true, force: true });
    mkdirSync(join(next, '.archives'), { recursive: true });
    await download(folder, join(next, '.archives'), seeds);
    await unpack(next);
    rmSync(root, { recursive: true, force: true });
    renameSync(next, root);
  }
  return { root, libraries: libraryPath(root), packages: JSON.parse(readFileSync(list, 'utf8')) };
}

/** @param {string} folder @param {string} archives @param {string[]} seeds */
async function download(folder, archives, seeds) {
  const attempts = [];
  for (const ownLists of [false, true]) {
    const options = aptOptions(folder, ownLists);
    if (ownLists) attempts.push(await runCommand('apt-get', [...options, 'update'], { env: plainEnv() }));
    const plan = await runCommand(
      'apt-get',
      [...options, '--simulate', '--no-install-recommends', 'install', ...seeds],
      {
        env: plainEnv(),
      },
    );
    attempts.push(plan);
    if (plan.code !== 0) continue;
    const wanted = [...new Set([...seeds, ...missingLibraries(plan.stdout)])];
    const fetched = await runCommand('apt-get', [...options, 'download', ...wanted], {
      cwd: archives,
      env: plainEnv(),
    });
    attempts.push(fetched);
    if (fetched.code === 0) return;
  }
  throw new LocalFault({
    code: 'packages-unreachable',
    exit: exitCode.failure,
    message: ['无法下载 Debian 软件包', 'The Debian packages cannot be downloaded'],
    next: [
      `请检查网络和 apt 源，或自行安装 ${seeds.join('、')}，或设置 DUIJIE_MYSQL_URL 与 DUIJIE_REDIS_URL`,
      `Check the network and the apt sources, or install ${seeds.join(', ')}, or set DUIJIE_MYSQL_URL and DUIJIE_REDIS_URL`,
    ],
    detail: attempts
      .map(({ output }) => output)
      .join('')
      .split('\n')
      .filter((line) => /^[EW]:|Err:/.test(line))
      .slice(-6)
      .join('\n'),
  });
}

/**
 * The system's own lists are tried first (no download); when they are missing or old, a private copy is fetched.
 * @param {string} folder @param {boolean} ownLists
 */
function aptOptions(folder, ownLists) {
  const state = join(folder, '.apt');
  for (const each of ['lists/partial', 'cache/archives/partial']) mkdirSync(join(state, each), { recursive: true });
  const config = join(state, 'apt.conf');
  // Hooks of the system's configuration may need root, and clean folders that are not ours.
  writeFileSync(
    config,
    [
      'APT::Update::Pre-Invoke',
      'APT::Update::Post-Invoke',
      'APT::Update::Post-Invoke-Success',
      'DPkg::Pre-Invoke',
      'DPkg::Post-Invoke',
    ]
      .map((hook) => `#clear ${hook};\n`)
      .join(''),
  );
  const settings = {
    'Dir::Cache': join(state, 'cache'),
    'APT::Sandbox::User': '',
    'APT::Get::List-Cleanup': '0',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '20',
    'Acquire::https::Timeout': '20',
    'Debug::NoLocking': '1',
    ...(ownLists ? { 'Dir::State::Lists': join(state, 'lists') } : {}),
    // `apt-get download` runs as another user when root calls it; that user may not write here.
    ...(process.getuid?.() === 0 ? { 'APT::Sandbox::User': 'root' } : {}),
  };
  return [
    '-q',
    '-y',
    `-c=${config}`,
    ...Object.entries(settings)
      .filter(([, value]) => value !== '')
      .flatMap(([key, value]) => ['-o', `${key}=${value}`]),
  ];
}

/**
 * @param {string} plan what `apt-get --simulate install` printed
 * @returns {string[]} libraries that would be installed, without those that would only be renewed
 */
export function missingLibraries(plan) {
  return [...plan.matchAll(/^Inst (\S+) \(/gm)]
    .map(([, name]) => name ?? '')
    .filter((name) => /^(lib|mariadb-|redis-)/.test(name));
}

/** @param {string} root */
async function unpack(root) {
  const archives = join(root, '.archives');
  const packages = [];
  for (const file of readdirSync(archives).filter((each) => each.endsWith('.deb'))) {
    const { code, output } = await runCommand('dpkg', ['-x', join(archives, file), root]);
    if (code !== 0) throw new Error(`dpkg -x ${file}: ${output}`);
    packages.push(decodeURIComponent(file).split('_').slice(0, 2).join(' '));
  }
  rmSync(archives, { recursive: true });
  for (const unused of ['usr/share/doc', 'usr/share/man', 'usr/share/locale', 'lib/systemd', 'etc']) {
    rmSync(join(root, unused), { recursive: true, force: true });
  }
  writeFileSync(join(root, '.packages.json'), JSON.stringify(packages));
}

/** @param {string} root */
function libraryPath(root) {
  const found = [];
  for (const base of ['usr/lib', 'lib']) {
    const folder = join(root, base);
    if (!existsSync(folder)) continue;
    found.push(
      folder,
      ...readdirSync(folder)
        .filter((each) => each.includes('linux-gnu'))
        .map((each) => join(folder, each)),
    );
  }
  return found.join(':');
}

function plainEnv() {
  return { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };
}

/** @param {string[]} seeds */
function aptAbsent(seeds) {
  return new LocalFault({
    code: 'apt-absent',
    message: ['本机没有 apt，也找不到所需程序', 'This machine has neither the programs needed nor apt to fetch them'],
    next: [
      `请安装 ${seeds.join('、')} 并加入 PATH，或设置 DUIJIE_MYSQL_URL、DUIJIE_REDIS_URL，或用 npm start -- --docker`,
      `Install ${seeds.join(', ')} and put them on the PATH, or set DUIJIE_MYSQL_URL and DUIJIE_REDIS_URL, or use npm start -- --docker`,
    ],
  });
}
