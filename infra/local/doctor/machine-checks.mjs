/**
 * What the machine must offer: programs, room, rights, a free port.
 * @module
 */
import { freemem, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import { isBuilt } from '../build.mjs';
import { runCommand } from '../command.mjs';
import { LocalFault } from '../fault.mjs';
import { checkGround, freeBytes } from '../ground.mjs';
import { isInstalled } from '../install.mjs';
import { allParts } from '../parts/part.mjs';
import { findProgram } from '../parts/programs.mjs';
import { isPortTaken } from '../ports.mjs';
import { readStartOptions } from '../start/options.mjs';
import { fault, ok, warning } from './finding.mjs';

/** Application and parts at rest need up to this much. */
const neededMemory = 1.5e9;

/**
 * @param {string} root the repository
 * @param {boolean} applicationRuns
 * @returns {Promise<import('./finding.mjs').Finding[]>}
 */
export async function checkMachine(root, applicationRuns) {
  return [
    ok('node', `Node.js ${process.versions.node}`),
    await npm(),
    ground(root),
    memory(),
    await port(applicationRuns),
    ...variables(),
    ...programs(),
    apt(),
    isInstalled(root)
      ? ok('packages', 'npm 依赖已安装', 'npm packages are installed')
      : warning(
          'packages',
          ['npm 依赖未安装或已过期', 'npm packages are missing or out of date'],
          ['npm start 会自动安装', 'npm start installs them'],
        ),
    isBuilt(root)
      ? ok('build', '已编译', 'the build is current')
      : warning(
          'build',
          ['尚未编译或源码有改动', 'not built, or a source changed'],
          ['npm start 会自动编译', 'npm start builds'],
        ),
  ];
}

async function npm() {
  const { code, stdout } = await runCommand('npm', ['--version']);
  if (code === 0) return ok('npm', `npm ${stdout.trim()}`);
  return fault(
    'npm',
    ['找不到 npm', 'npm is missing'],
    ['请安装 Node.js 自带的 npm', 'Install the npm that comes with Node.js'],
  );
}

/** @param {string} root */
function ground(root) {
  try {
    checkGround(root);
    const free = `${(freeBytes(root) / 1e9).toFixed(1)} GB`;
    return ok('disk', `${root} 可写，剩余 ${free}`, `${root} can be written, ${free} free`);
  } catch (error) {
    if (error instanceof LocalFault) return fault(error.code, error.texts.message, error.texts.next);
    throw error;
  }
}

function memory() {
  let available = freemem();
  try {
    const kilobytes = /^MemAvailable:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
    if (kilobytes) available = Number(kilobytes) * 1024;
  } catch {
    // Only Linux tells; free memory is a lower bound.
  }
  const text = `${(available / 1e9).toFixed(1)} / ${(totalmem() / 1e9).toFixed(1)} GB`;
  if (available >= neededMemory) return ok('memory', `可用内存 ${text}`, `memory available ${text}`);
  return warning(
    'memory',
    [`可用内存只有 ${text}`, `only ${text} of memory available`],
    ['约需 1.5 GB，请关闭其他程序', 'About 1.5 GB is needed; close other programs'],
  );
}

/** @param {boolean} applicationRuns */
async function port(applicationRuns) {
  try {
    const { port: wanted } = readStartOptions([], process.env);
    if (applicationRuns) return ok('port', `端口 ${wanted}：由对接使用`, `port ${wanted}: used by Duijie`);
    if (!(await isPortTaken(wanted))) return ok('port', `端口 ${wanted} 可用`, `port ${wanted} is free`);
    return fault(
      'port-taken',
      [`端口 ${wanted} 被其他程序占用`, `port ${wanted} is taken by another program`],
      [
        `请用 npm start -- --port ${wanted + 10} 或设置 DUIJIE_PORT`,
        `Use npm start -- --port ${wanted + 10} or set DUIJIE_PORT`,
      ],
    );
  } catch (error) {
    if (error instanceof LocalFault) return fault(error.code, error.texts.message, error.texts.next);
    throw error;
  }
}

/** A URL that cannot be read would only fail later, in a library. */
function variables() {
  return allParts.flatMap(({ name, variables: names }) => {
    const variable = `DUIJIE_${names.url}`;
    const value = process.env[variable];
    if (!value) return [];
    const schemes = { mysql: ['mysql:', 'mariadb:'], redis: ['redis:', 'rediss:'], meilisearch: ['http:', 'https:'] }[
      name
    ];
    if (URL.canParse(value) && schemes.includes(new URL(value).protocol))
      return [ok('variable', `${variable} 已设置`, `${variable} is set`)];
    return [
      fault(
        'variable',
        [`${variable} 不是有效地址`, `${variable} is not a valid address`],
        [`应以 ${schemes[0]}// 开头`, `It should begin with ${schemes[0]}//`],
      ),
    ];
  });
}

function programs() {
  return allParts.map((part) => {
    const found = part.find();
    if (found) return ok('program', `${part.title}：${found.program}`, `${part.title}: ${found.program}`);
    return ok(
      'program',
      `${part.title}：本机未安装，用 .local 中的副本`,
      `${part.title}: not on this machine, a copy in .local is used`,
    );
  });
}

function apt() {
  if (findProgram(['apt-get']) && findProgram(['dpkg'])) return ok('apt', 'apt-get 可用', 'apt-get is here');
  const every = allParts.slice(0, 2).every((part) => part.find());
  if (every) return ok('apt', '没有 apt，但所需程序已安装', 'no apt, but the programs are installed');
  return warning(
    'apt',
    ['本机没有 apt-get', 'no apt-get on this machine'],
    [
      '请自行安装 mariadb 和 redis，或设置 DUIJIE_MYSQL_URL、DUIJIE_REDIS_URL',
      'Install mariadb and redis, or set DUIJIE_MYSQL_URL and DUIJIE_REDIS_URL',
    ],
  );
}
