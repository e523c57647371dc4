import { clearNamespace, testEnvironment, testNamespace } from '@duijie/testkit';
import { appendFileSync } from 'node:fs';
import { openMarket } from './market';
import { ninetyDays } from './ninety-days';
import { startSystem, type RunningSystem } from './running-system';

let system: RunningSystem;
beforeAll(async () => {
  const namespace = testNamespace('d90');
  await clearNamespace(testEnvironment(namespace));
  system = await startSystem('one process', namespace);
}, 90_000);
afterAll(() => system.stop(), 60_000);

test('90 days from publication to review pass in one go, each step on its day', async () => {
  const market = await openMarket(system);
  const providers = [
    await market.aProvider('春熙物业服务有限公司'),
    await market.aProvider('夏雨物业服务有限公司'),
    await market.aProvider('秋实物业服务有限公司'),
  ] as const;
  const begun = performance.now();
  const days = await ninetyDays(system, market, providers);
  const file = process.env['DUIJIE_JOURNEY_FILE'];
  if (file) appendFileSync(file, `${JSON.stringify({ seconds: (performance.now() - begun) / 1000, days })}\n`);
  const on = (what: string): number => days.find((each) => each.what === what)?.day ?? -1;
  expect(days.map(({ what }) => what)).toEqual([
    'published',
    'opened',
    'awarded',
    'effective',
    'signed',
    'first month accepted and paid',
    'second month overdue',
    'second month accepted and paid',
    'change agreed',
    'completed',
    'reviewed',
  ]);
  expect(on('opened')).toBeGreaterThanOrEqual(20);
  expect(on('opened')).toBeLessThanOrEqual(21);
  expect(on('completed')).toBe(90);
}, 90_000);
