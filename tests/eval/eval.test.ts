import { testEnvironment, testNamespace } from '@duijie/testkit';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(__dirname, '../..');

test('the product, judged on the sample city, is as good as it must be', async () => {
  const runs = mkdtempSync(join(tmpdir(), 'duijie-eval-'));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(root, 'services/cli/bin/duijie.js'),
      'eval',
      '--data',
      join(root, 'data/sample-city'),
      '--json',
      '--run-dir',
      runs,
    ],
    { env: { PATH: process.env['PATH'], ...testEnvironment(testNamespace('eval')) } },
  );
  const last = stdout.trim().split('\n').at(-1) ?? '';
  const figures = JSON.parse(last) as Record<string, Record<string, number>>;
  expect(Object.keys(figures)).toEqual(['matching', 'textOnly', 'search']);
  expect(figures['matching']?.['ndcg@10']).toBeGreaterThanOrEqual(0.85);
  expect(figures['matching']?.['trap@10']).toBeLessThanOrEqual(0.4);
  expect(figures['textOnly']?.['ndcg@10']).toBeGreaterThanOrEqual(0.83);
  expect(figures['textOnly']?.['componentF1']).toBeGreaterThanOrEqual(0.7);
  expect(figures['search']?.['ndcg@10']).toBeGreaterThanOrEqual(0.76);
  expect(readdirSync(runs).toSorted()).toEqual(['matching.tsv', 'search.tsv', 'textOnly.tsv']);
}, 120_000);
