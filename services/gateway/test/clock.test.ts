import { startHost, type Host } from '@duijie/service-kit';
import { aPerson, actorHeaders, clearNamespace, moveClock } from '@duijie/testkit';
import { gatewayModule } from '../src';
import { startFakeServices, type FakeServices } from './fake-services';
import { gatewayEnvironment } from './gateway-under-test';

let fake: FakeServices;
const hosts: Host[] = [];
const hour = 3_600_000;
const start = async (overrides: Record<string, string>) => {
  const environment = { ...gatewayEnvironment(fake.url, overrides), DUIJIE_NAMESPACE: 't_clock' };
  const host = await startHost([gatewayModule], environment);
  hosts.push(host);
  return { host, environment };
};
const timeOf = async ({ url }: Host): Promise<number> => {
  const { now } = (await (await fetch(`${url}/api/v1/status`)).json()) as { now: string };
  return Date.parse(now);
};

beforeAll(async () => {
  fake = await startFakeServices(gatewayEnvironment('http://127.0.0.1:1')['DUIJIE_SECRET'] ?? '');
  await clearNamespace({ ...gatewayEnvironment(fake.url), DUIJIE_NAMESPACE: 't_clock' });
});
afterAll(async () => {
  await Promise.all(hosts.map((host) => host.stop()));
  await fake.stop();
});

test('in a demo the clock of every host moves forward together, and stays so for those that start later', async () => {
  const first = await start({ DUIJIE_DEMO: '1' });
  const second = await start({ DUIJIE_DEMO: '1' });
  const before = await timeOf(second.host);
  await moveClock(first.environment, 48 * hour);
  for (const { host } of [first, second, await start({ DUIJIE_DEMO: '1' })]) {
    const moved = (await timeOf(host)) - before;
    expect(moved).toBeGreaterThanOrEqual(48 * hour);
    expect(moved).toBeLessThan(49 * hour);
  }
});

test('an administrator of a demo moves it, nobody else does, and no other system allows it', async () => {
  const forward = async (demo: '0' | '1', actor: ReturnType<typeof aPerson>): Promise<number> => {
    const { host, environment } = await start({ DUIJIE_DEMO: demo });
    const answer = await fetch(`${host.url}/api/v1/clock/forward`, {
      method: 'POST',
      headers: { ...actorHeaders(environment, actor), 'content-type': 'application/json' },
      body: JSON.stringify({ minutes: 5 }),
    });
    return answer.status;
  };
  expect(await forward('1', aPerson('community'))).toBe(403);
  expect(await forward('0', aPerson('association', 'administrator'))).toBe(409);
  expect(await forward('1', aPerson('association', 'administrator'))).toBe(200);
});
