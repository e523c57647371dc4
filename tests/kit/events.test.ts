import {
  defineModule,
  serviceContext,
  startHost,
  type DatabaseDeps,
  type EventHandlers,
  type Host,
} from '@duijie/service-kit';
import { subscribersOf } from '@duijie/contracts';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { newId } from '@duijie/domain-kit';
import { z } from 'zod';
import { Redis } from 'ioredis';

const environment = testEnvironment(testNamespace('ev'));
const seen: string[] = [];
let publisher: DatabaseDeps;
let consumer: DatabaseDeps;
let host: Host;

const events: EventHandlers = {
  async 'taxonomy.changed.v1'(_ctx, event) {
    seen.push(event.id);
  },
};
const offers = defineModule({
  name: 'offers' as const,
  config: z.object({}),
  schema: { entities: [], migrations: [] },
  create(deps: DatabaseDeps) {
    publisher = deps;
    return { routes: [] };
  },
});
const needs = defineModule({
  name: 'needs' as const,
  config: z.object({}),
  schema: { entities: [], migrations: [] },
  create(deps: DatabaseDeps) {
    consumer = deps;
    return { routes: [], events };
  },
});

const publish = (sequence: number): Promise<void> =>
  publisher.database.run(serviceContext('offers'), async (ctx) => {
    await publisher.outbox.append(ctx, {
      type: 'taxonomy.changed.v1',
      aggregate: { type: 'taxonomy', id: newId(Date.now()) },
      sequence,
      data: { version: sequence, groups: [] },
    });
    await publisher.audit.record(ctx, {
      action: 'taxonomy.changed',
      aggregate: { type: 'taxonomy', id: 'city' },
      data: { sequence },
    });
  });
const deliveries = async (state: string): Promise<number> => {
  const rows = (await publisher.database
    .manager()
    .query('SELECT COUNT(*) AS n FROM outbox_delivery WHERE state = ? AND subscriber = ?', [state, 'needs'])) as {
    n: unknown;
  }[];
  return Number(rows[0]?.n);
};

beforeAll(async () => {
  await clearNamespace(environment);
  host = await startHost([offers, needs], environment);
});
afterAll(() => host.stop());

test('an event takes effect once, is confirmed, and its audit chain verifies', async () => {
  await publish(1);
  await eventually(async () => expect(await deliveries('confirmed')).toBe(1));
  expect(seen).toHaveLength(1);
  await eventually(async () =>
    expect(await publisher.verifyAudit()).toMatchObject({ entries: 1, unsealed: 0, faults: [] }),
  );
});

test('an altered audit entry is found', async () => {
  await publisher.database.manager().query(`UPDATE audit_entry SET data = '{"sequence":7}'`);
  expect((await publisher.verifyAudit()).faults).toEqual([{ position: 1, fault: 'altered' }]);
});

test('an event whose job was lost with Redis is published again without a hand, and takes effect once', async () => {
  const before = seen.length;
  const redis = new Redis(environment['DUIJIE_REDIS_URL'] ?? '');
  await publish(2);
  const keys = await redis.keys(`{${environment['DUIJIE_NAMESPACE']}}*`);
  await redis.del(...keys);
  redis.disconnect();
  await eventually(async () => expect(await deliveries('confirmed')).toBe(2), 20_000);
  expect(seen.length).toBe(before + 1);
  const [row] = (await consumer.database.manager().query('SELECT COUNT(*) AS n FROM inbox')) as { n: unknown }[];
  expect(Number(row?.n)).toBe(2);
}, 30_000);

test('nothing leaves when the transaction is rolled back', async () => {
  const failing = publisher.database.run(serviceContext('offers'), async (ctx) => {
    await publisher.outbox.append(ctx, {
      type: 'taxonomy.changed.v1',
      aggregate: { type: 'taxonomy', id: newId(Date.now()) },
      sequence: 3,
      data: { version: 3, groups: [] },
    });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await deliveries('pending')).toBe(0);
});

test('the host is ready and gives metrics', async () => {
  expect((await fetch(`${host.url}/readyz`)).status).toBe(200);
  // Of the subscribers to the two events only needs runs here: every other one's deliveries stay unconfirmed.
  const others = 2 * (subscribersOf('taxonomy.changed.v1').length - 1);
  expect(others).toBeGreaterThan(0);
  expect(await (await fetch(`${host.url}/metrics`)).text()).toContain(
    `duijie_outbox_unconfirmed{service="offers"} ${others}`,
  );
});

test('an unknown address is a problem in the language asked for', async () => {
  const answer = await fetch(`${host.url}/api/v1/nothing`, { headers: { 'accept-language': 'en' } });
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({ code: 'not-found', detail: 'There is no such address' });
});
