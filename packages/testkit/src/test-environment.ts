import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const need = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`npm test\`, which starts the parts`);
  return value;
};

/** Names of databases, keys and indexes of one test file: `t<worker>` and a word. At most 20 characters. */
export const testNamespace = (word = ''): string =>
  `t${process.env['JEST_WORKER_ID'] ?? '1'}${word === '' ? '' : `_${word}`}`;

/** Environment of a host in a test, on real parts. @param overrides what the test sets itself */
export function testEnvironment(
  namespace: string,
  overrides: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    NODE_ENV: 'test',
    DUIJIE_MYSQL_URL: need('DUIJIE_TEST_MYSQL_URL'),
    DUIJIE_REDIS_URL: need('DUIJIE_TEST_REDIS_URL'),
    DUIJIE_MEILI_URL: need('DUIJIE_TEST_MEILI_URL'),
    DUIJIE_MEILI_KEY: need('DUIJIE_TEST_MEILI_KEY'),
    DUIJIE_PORT: '0',
    DUIJIE_NAMESPACE: namespace,
    DUIJIE_SECRET: 'test-secret-test-secret-test-secret-0',
    DUIJIE_STATE_DIR: mkdtempSync(join(tmpdir(), 'duijie-test-')),
    DUIJIE_LOG_LEVEL: process.env['DUIJIE_LOG_LEVEL'] ?? 'silent',
    DUIJIE_MYSQL_POOL: '4',
    ...overrides,
  };
}
