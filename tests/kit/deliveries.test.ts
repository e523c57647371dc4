import { newId } from '@duijie/domain-kit';
import {
  createBullQueues,
  createLogger,
  defineModule,
  openRedis,
  serviceContext,
  startHost,
  type DatabaseDeps,
  type Host,
  type ModuleDeps,
} from '@duijie/service-kit';
import { clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { z } from 'zod';

jest.setTimeout(60_000);
const environment = testEnvironment(testNamespace('dlv'));
const taken: number[] = [];
const silent = createLogger('silent');
const redis = openRedis(environment['DUIJIE_REDIS_URL'] ?? '', silent);
const prefix = `{${environment['DUIJIE_NAMESPACE']}}`;
const handling = { fails: false, waits: undefined as Promise<void> | undefined };
let publisher: ModuleDeps & DatabaseDeps;
let host: Host;

const offers = defineModule({
  name: 'offers' as const,
  config: z.object({}),
  schema: { entities: [], migrations: [] },
  create(deps: ModuleDeps & DatabaseDeps) {
    publisher = deps;
    return { routes: [] };
  },
});
const needs = defineModule({
  name: 'needs' as const,
  config: z.object({}),
  schema: { entities: [], migrations: [] },
  create: () => ({
    routes: [],
    events: {
      async 'taxonomy.changed.v1'(_ctx: unknown, event: { sequence: number }) {
        await handling.waits;
        if (handling.fails) throw new Error('a bug');
        taken.push(event.sequence);
      },
    },
  }),
});
const [waiting, only] = [`state = 'queued' AND subscriber = 'needs'`, `subscriber = 'needs'`];

const query = async <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
  (await publisher.database.manager().query(sql, values)) as T[];
const count = async (table: string, where = '1 = 1'): Promise<number> =>
  Number((await query<{ n: unknown }>(`SELECT COUNT(*) AS n FROM ${table} WHERE ${where}`))[0]?.n);
const publish = (sequences: readonly number[]): Promise<void> =>
  publisher.database.run(serviceContext('offers'), async (ctx) => {
    for (const sequence of sequences)
      await publisher.outbox.append(ctx, {
        type: 'taxonomy.changed.v1',
        aggregate: { type: 'taxonomy', id: newId(Date.now()) },
        sequence,
        data: { version: sequence, groups: [] },
      });
    // Only `needs` is here to take them.
    await publisher.database.manager(ctx).query(`DELETE FROM outbox_delivery WHERE NOT (${only})`);
  });
const job = (id: string): string => `${prefix}:events-needs:${id}`;
const figure = async (name: string): Promise<number> => {
  const text = await (await fetch(`${host.url}/metrics`)).text();
  return Number(new RegExp(`^${name}\\{service="offers"\\} (\\S+)$`, 'm').exec(text)?.[1]);
};
let letGo = (): void => undefined;
/** Holds the subscriber back until `letGo`. */
function holdBack(): void {
  handling.waits = new Promise((resolve) => {
    letGo = resolve;
  });
}

beforeAll(async () => {
  await clearNamespace(environment);
  host = await startHost([offers, needs], environment);
});
afterAll(async () => {
  await host.stop();
  redis.disconnect();
});
beforeEach(() => {
  taken.length = 0;
});
afterEach(() => letGo());

test('what a bug kept out for many attempts is taken within seconds once it is mended', async () => {
  handling.fails = true;
  await publish([1]);
  const [{ id } = { id: '' }] = await query<{ id: string }>('SELECT id FROM outbox');
  await eventually(async () => expect(Number(await redis.hget(job(id), 'atm'))).toBeGreaterThan(1));
  // As after a night: so many attempts that it would once have failed for good.
  await redis.hset(job(id), 'atm', '500');
  await eventually(async () => expect(Number(await redis.hget(job(id), 'atm'))).toBeGreaterThan(500), 20_000);
  expect(await figure('duijie_outbox_oldest_seconds')).toBeGreaterThan(0);
  expect(await publisher.queues.queue('events-needs').counts()).toMatchObject({ failed: 0 });

  handling.fails = false;
  await eventually(() => expect(taken).toEqual([1]), 8_000);
  await eventually(async () => expect(await figure('duijie_outbox_oldest_seconds')).toBe(0));
});

test('of a backlog only what the queue has lost is published again', async () => {
  holdBack();
  await publish(Array.from({ length: 120 }, (_, i) => i + 1));
  await eventually(async () => expect(await count('outbox_delivery', waiting)).toBe(120));
  const [lost] = await redis.lrange(`${prefix}:events-needs:wait`, 0, 0);
  await redis.lrem(`${prefix}:events-needs:wait`, 0, lost ?? '');
  await query(`UPDATE outbox_delivery SET queued_at = '2020-01-01'`);

  await eventually(async () => expect(await count('outbox_delivery', `queued_at > '2020-01-02'`)).toBe(1), 20_000);
  expect(await query(`SELECT event_id AS id FROM outbox_delivery WHERE queued_at > '2020-01-02' AND ${only}`)).toEqual([
    { id: lost },
  ]);
  letGo();
  await eventually(async () => expect(await count('outbox_delivery', `state <> 'confirmed'`)).toBe(0), 20_000);
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, i) => i + 1));
});

test('old events go once all deliveries are confirmed, whatever holds those that are not', async () => {
  holdBack();
  await publish([1, 2]);
  await eventually(async () => expect(await count('outbox_delivery', waiting)).toBe(2));
  await query(`UPDATE outbox SET occurred_at = '2020-01-01 00:00:00'`);
  // 4,500 old ones, half of them at the same moment, and 2,000 of today.
  const added = Array.from({ length: 6500 }, (_, i) => newId(i + 1));
  const at = (i: number): Date => (i >= 4500 ? new Date() : i % 2 === 0 ? new Date('2020-01-01') : new Date(i));
  await query(`INSERT INTO outbox (id, type, aggregate_id, sequence, envelope, occurred_at) VALUES ?`, [
    added.map((id, i) => [id, 'taxonomy.changed.v1', id, 1, '{}', at(i)]),
  ]);
  await query('INSERT INTO outbox_delivery (event_id, subscriber, state) VALUES ?', [
    added.map((id) => [id, 'needs', 'confirmed']),
  ]);
  // A second host prunes as it starts, while somebody works on a delivery that is open.
  await publisher.database.run(serviceContext('offers'), async (ctx) => {
    await publisher.database.manager(ctx).query(`SELECT * FROM outbox_delivery WHERE ${waiting} FOR UPDATE`);
    const second = await startHost([defineModule({ ...offers, create: () => ({ routes: [] }) })], environment);
    await eventually(async () => {
      const manager = publisher.database.manager(ctx);
      const [row] = (await manager.query('SELECT COUNT(*) AS n FROM outbox')) as { n: unknown }[];
      expect(Number(row?.n)).toBe(2002);
    });
    await second.stop();
  });
  expect(await count('outbox_delivery')).toBe(2002);
  letGo();
  await eventually(() => expect(taken).toHaveLength(2), 20_000);
});

test('a job of a patient queue that fails on and on is told as an error once', async () => {
  const errors: string[] = [];
  const log = Object.assign(createLogger('silent'), {
    error: (_facts: unknown, message?: string) => void errors.push(message ?? ''),
  });
  const queues = createBullQueues(redis, prefix, log);
  let attempts = 0;
  await queues.queue('patience', { patient: true }).add([{ id: 'one', data: {} }]);
  // The first attempts are left out: they would take a minute.
  await redis.hset(`${prefix}:patience:one`, 'atm', '17');
  queues.work(
    'patience',
    async () => {
      attempts += 1;
      if (attempts < 5) throw new Error('not yet');
    },
    { concurrency: 1 },
  );
  try {
    await eventually(() => expect(attempts).toBe(5), 40_000);
    expect(errors).toEqual(['job fails again and again, is tried on']);
  } finally {
    await queues.close();
  }
});
