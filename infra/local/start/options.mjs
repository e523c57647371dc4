/**
 * Reads the flags of `npm start`.
 * @module
 */
import { parseArgs } from 'node:util';
import { LocalFault, exitCode } from '../fault.mjs';

const defaultPort = 4180;

/**
 * Browsers and Node.js refuse to fetch from these: above 1023, as the standard has them.
 * @see https://fetch.spec.whatwg.org/#port-blocking
 */
const refusedPorts = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** @param {number} port @returns {number} one that may be tried instead */
export const otherPort = (port) => (refusedPorts.has(port + 10) ? port + 100 : port + 10);

/**
 * @typedef {object} StartOptions
 * @property {boolean} once stop everything after the account
 * @property {boolean} reset begin with empty data
 * @property {boolean} docker use compose
 * @property {boolean} help
 * @property {string | undefined} lang
 * @property {number} port
 */

/**
 * @param {string[]} argv
 * @param {NodeJS.ProcessEnv} env
 * @returns {StartOptions}
 * @throws {LocalFault} `usage`, `bad-port`
 */
export function readStartOptions(argv, env) {
  let values;
  try {
    ({ values } = parseArgs({
      args: argv,
      options: {
        once: { type: 'boolean', default: false },
        reset: { type: 'boolean', default: false },
        docker: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
        lang: { type: 'string' },
        port: { type: 'string' },
      },
    }));
  } catch (error) {
    throw usage(error instanceof Error ? error.message : String(error));
  }
  if (values.lang !== undefined && !['zh', 'en'].includes(values.lang)) throw usage(`--lang ${values.lang}`);
  return { ...values, lang: values.lang, port: readPort(values.port, env.DUIJIE_PORT) };
}

/** @param {string | undefined} flag @param {string | undefined} variable */
function readPort(flag, variable) {
  const text = flag ?? (variable || String(defaultPort));
  const port = Number(text);
  const name = flag === undefined ? 'DUIJIE_PORT' : '--port';
  if (refusedPorts.has(port))
    throw new LocalFault({
      code: 'bad-port',
      exit: flag === undefined ? exitCode.configuration : exitCode.usage,
      message: [`浏览器不打开端口 ${port}`, `Browsers refuse to open port ${port}`],
      next: [`请换一个端口，如 ${otherPort(port)}`, `Use another one, e.g. ${otherPort(port)}`],
    });
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new LocalFault({
    code: 'bad-port',
    exit: flag === undefined ? exitCode.configuration : exitCode.usage,
    message: [`${name} 不是端口号：${text}`, `${name} is not a port: ${text}`],
    next: ['请使用 1 到 65535 之间的整数', 'Use a whole number between 1 and 65535'],
  });
}

/** @param {string} detail */
function usage(detail) {
  return new LocalFault({
    code: 'usage',
    exit: exitCode.usage,
    message: ['参数有误', 'Wrong arguments'],
    next: [usageText, usageText],
    detail,
  });
}

export const usageText = 'npm start -- [--once] [--reset] [--docker] [--port N] [--lang zh|en]';
