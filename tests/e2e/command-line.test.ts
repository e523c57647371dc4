import { clearNamespace, testEnvironment, testNamespace } from '@duijie/testkit';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSystem, type RunningSystem } from './running-system';

const root = resolve(__dirname, '../..');
const namespace = testNamespace('cli');
const folder = mkdtempSync(join(tmpdir(), 'duijie-cli-'));
let system: RunningSystem;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}
/** Runs the built command line as a user would. */
function duijie(...args: string[]): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [join(root, 'services/cli/bin/duijie.js'), ...args], {
      env: { PATH: process.env['PATH'], LC_ALL: 'zh_CN.UTF-8', ...system.environment, DUIJIE_URL: system.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err }));
  });
}
const json = <T>(ran: Ran): T => JSON.parse(ran.out) as T;
const sheet = join(folder, '需求.csv');

beforeAll(async () => {
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process', namespace, { DUIJIE_DEMO: '1', DUIJIE_RATE_SIGN_IN: '600' });
}, 60_000);
afterAll(() => system.stop(), 60_000);

test('says how to get a token when there is none', async () => {
  const ran = await duijie('search', '物业');
  expect(ran.code).toBe(78);
  expect(ran.err).toContain('没有访问令牌');
});

test('loads the sample city once, and tells matches with reasons, what was not matched, and the sign-ins', async () => {
  const first = await duijie('demo-load', '--report');
  expect(first).toMatchObject({ code: 0 });
  expect(first.out).toMatch(/机构 \d+ {2}[\d.]+ s/);
  expect(first.out).toMatch(/撮合示例 [\d.]+ s\uFF1A响应 \d+\uFF0C协议 \d+/);
  expect(first.out).toMatch(
    /标段：待开放 1，响应中 \d+，确定中 2，已确定 4，实施中 5，已完成 3，未成交 1，协议已终止 1，已关闭 3/,
  );
  expect(first.out).toContain('几条需求的最佳匹配');
  expect(first.out).toContain('demo-broker');
  const again = await duijie('demo-load', '--report');
  expect(again.out).toBe(first.out);
}, 300_000);

test('imports what is right in a sheet, and tells the rest by line, heading and reason', async () => {
  writeFileSync(
    sheet,
    '编号,标题,描述,所在区,街道,社区,预算下限,预算上限\nx1,楼道灯坏了想请人修,"三栋楼的楼道灯坏了一半,老人晚上不敢下楼",高新区,芳草街街道,芳草东社区,3000,8000\nx2,,只有描述没有地点,,,,abc,1\n',
  );
  const ran = await duijie('import', 'needs', sheet);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('新增 1');
  expect(ran.out).toMatch(/第 3 行 预算下限：/);
  const again = json<{ counts: Record<string, number> }>(await duijie('import', 'needs', sheet, '--json'));
  expect(again.counts).toMatchObject({ created: 0, unchanged: 1, refused: 1 });
}, 30_000);

test('finds, matches and explains', async () => {
  const found = json<{ items: { id: string; title: string }[] }>(
    await duijie('search', '信拖制物业', '--kind', 'package', '--json'),
  );
  expect(found.items[0]?.title).toContain('信托制');
  const matched = await duijie('match', '物业连夜撤走', '--limit', '2');
  expect(matched.code).toBe(0);
  expect(matched.out).toContain('物业临时托管');
  const why = await duijie('match', '物业连夜撤走', '--why', found.items[0]?.id ?? '');
  expect(why.out).toMatch(/[✓✗]/);
}, 30_000);

test('invites a community by link, QR code and one-time code', async () => {
  const svg = join(folder, 'claim.svg');
  const ran = json<{ link: string; code: string; type: string }>(
    await duijie('invite', '510104017001', '--qr-file', svg, '--json'),
  );
  expect(ran.type).toBe('claim');
  expect(ran.link.startsWith(`${system.url}/claim/`)).toBe(true);
  expect(ran.code).toMatch(/^[A-Z0-9]{8}$/);
  expect(readFileSync(svg, 'utf8')).toContain('<svg');
}, 30_000);

test('takes an import back', async () => {
  const { id } = json<{ id: string }>(await duijie('import', 'needs', sheet, '--source', 'second', '--json'));
  const undone = await duijie('undo', 'needs', id);
  expect(undone.code).toBe(0);
  expect(undone.out).toContain('已撤销 1');
}, 30_000);

test('exports lists that Excel opens', async () => {
  const file = join(folder, 'needs.xlsx');
  const ran = json<{ rows: number }>(await duijie('export', 'needs', '--to', file, '--json'));
  // Those that are still open: others are being decided, delivered or done.
  expect(ran.rows).toBeGreaterThanOrEqual(25);
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
}, 30_000);

test('rebuilds the search indexes and verifies the audit chains', async () => {
  expect((await duijie('reindex')).code).toBe(0);
  const chains = json<{ service: string; faults: unknown[] }[]>(await duijie('verify', '--json'));
  expect(chains.map((c) => c.service)).toEqual([
    'identity',
    'needs',
    'offers',
    'matcher',
    'discovery',
    'deals',
    'desk',
  ]);
  expect(chains.every((c) => c.faults.length === 0)).toBe(true);
}, 60_000);

test('a backup restores everything, also after more was changed', async () => {
  const backup = join(folder, 'backup');
  expect((await duijie('backup', '--to', backup)).code).toBe(0);
  expect(existsSync(join(backup, 'manifest.json'))).toBe(true);
  await duijie('import', 'needs', sheet, '--source', 'after-the-backup');
  expect((await duijie('restore', '--from', backup, '--yes')).code).toBe(1);
  const before = json<{ rows: number }>(
    await duijie('export', 'needs', '--to', join(folder, 'before.jsonl'), '--json'),
  );
  await system.stop();
  const restored = await duijie('restore', '--from', backup, '--yes');
  expect(restored).toMatchObject({ code: 0 });
  await system.revive('needs');
  const after = json<{ rows: number }>(await duijie('export', 'needs', '--to', join(folder, 'after.jsonl'), '--json'));
  expect(after.rows).toBe(before.rows - 1);
  const chains = json<{ faults: unknown[] }[]>(await duijie('verify', '--json'));
  expect(chains.every((c) => c.faults.length === 0)).toBe(true);
}, 90_000);

test('says what is wrong with the use, with exit code 2', async () => {
  expect((await duijie('nonsense')).code).toBe(2);
  expect((await duijie('import', 'nothing', sheet)).code).toBe(2);
  expect((await duijie('import', 'needs', join(folder, 'missing.csv'))).code).toBe(2);
});
