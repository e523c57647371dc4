import type {
  Actor,
  EventData,
  EventEnvelope,
  EventType,
  NeedBody,
  OrganisationState,
  PackageBody,
  TaxonomyState,
} from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import {
  createBullQueues,
  createLogger,
  openRedis,
  serviceContext,
  defineModule,
  startHost,
  type DatabaseDeps,
  type Host,
  type ModuleDeps,
} from '@duijie/service-kit';
import { actorHeaders, clearNamespace, eventually, testEnvironment, testNamespace } from '@duijie/testkit';
import { z } from 'zod';
import { matcherModule } from '../src';

type Publisher = DatabaseDeps & ModuleDeps;
const publishers = ['needs', 'offers', 'identity', 'deals', 'desk'] as const;

/** A host of the matcher beside three modules that only publish, and hands to drive it with. */
export async function startCity(word: string, overrides: Readonly<Record<string, string>> = {}) {
  const environment = testEnvironment(testNamespace(word), { DUIJIE_MATCHER_SWEEP_MS: '200', ...overrides });
  await clearNamespace(environment);
  const deps = new Map<string, Publisher>();
  const modules = publishers.map((name) =>
    defineModule({
      name,
      config: z.object({}),
      schema: { entities: [], migrations: [] },
      create(given: Publisher) {
        deps.set(name, given);
        return { routes: [] };
      },
    }),
  );
  let matcher: DatabaseDeps | undefined;
  const observed = {
    ...matcherModule,
    create(given: Parameters<typeof matcherModule.create>[0]) {
      matcher = given;
      return matcherModule.create(given);
    },
  };
  const host: Host = await startHost([...modules, observed], environment);
  const redis = openRedis(environment['DUIJIE_REDIS_URL'] ?? '', createLogger('silent'));
  const queues = createBullQueues(redis, `{${environment['DUIJIE_NAMESPACE']}}`, createLogger('silent'));

  async function rows<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    if (!matcher) throw new Error('the matcher was not created');
    return (await matcher.database.manager().query(sql, [...values])) as T[];
  }
  async function publish<T extends EventType>(
    service: (typeof publishers)[number],
    type: T,
    aggregate: string,
    events: readonly { readonly id: string; readonly version: number; readonly data: EventData<T> }[],
    actor: Actor = { type: 'service', service },
  ): Promise<void> {
    const publisher = deps.get(service);
    if (!publisher) throw new Error(`${service} was not created`);
    await publisher.database.run({ ...serviceContext(service), actor }, async (ctx) => {
      for (const { id, version, data } of events)
        await publisher.outbox.append(ctx, { type, aggregate: { type: aggregate, id }, sequence: version, data });
    });
  }
  const each = <T extends { readonly id: string; readonly version: number }>(bodies: readonly T[]) =>
    bodies.map((data) => ({ id: data.id, version: data.version, data }));
  const needs = (bodies: readonly NeedBody[], actor?: Actor) =>
    publish('needs', 'need.changed.v1', 'need', each(bodies), actor);
  const packages = (bodies: readonly PackageBody[]) => publish('offers', 'package.changed.v1', 'package', each(bodies));
  const organisations = (bodies: readonly OrganisationState[]) =>
    publish('identity', 'organisation.changed.v1', 'organisation', each(bodies));
  const taxonomy = (data: TaxonomyState) =>
    publish('offers', 'taxonomy.changed.v1', 'taxonomy', [{ id: newId(Date.now()), version: data.version, data }]);

  /** Puts an envelope on the matcher's queue as a relay would, without any publisher. */
  const deliver = <T extends EventType>(
    type: T,
    aggregate: { type: string; id: string },
    sequence: number,
    data: EventData<T>,
    id = newId(Date.now()),
  ) =>
    queues.queue<EventEnvelope>('events-matcher').add([
      {
        data: {
          id,
          type,
          occurredAt: new Date().toISOString(),
          actor: { type: 'service', service: 'test' },
          aggregate,
          sequence,
          traceparent: serviceContext('test').traceparent,
          data,
        },
      },
    ]);

  /** Waits until every list is made by the words of all packages as they are, and nothing is due. */
  const settled = (expectedNeeds: number, timeoutMs = 30_000) =>
    eventually(async () => {
      const [state] = await rows<{ open: string; behind: string; due: string; uncounted: string | null }>(
        `SELECT COUNT(*) AS open,
           (SELECT COUNT(*) FROM need_copy n, feed f WHERE f.name = 'packages' AND n.open = 1 AND (n.matched_epoch < f.settle_position OR n.due_since IS NOT NULL)) AS behind,
           (SELECT settle_position FROM feed WHERE name = 'words') AS uncounted,
           (SELECT COUNT(*) FROM package_copy WHERE due_since IS NOT NULL) AS due FROM need_copy WHERE open = 1`,
      );
      expect([Number(state?.open), Number(state?.behind), Number(state?.due), Number(state?.uncounted)]).toEqual([
        expectedNeeds,
        0,
        0,
        0,
      ]);
    }, timeoutMs);

  const list = (needId: string, state = 'suggested') =>
    rows<{ package_id: string; score: number; place: number; version: number }>(
      'SELECT package_id, score, place, version FROM need_match WHERE need_id = ? AND state = ? ORDER BY place',
      [needId, state],
    );
  const packageIds = async (needId: string) => (await list(needId)).map((row) => row.package_id);

  async function call(actor: Actor, path: string, init: { method?: string; ifMatch?: number; body?: unknown } = {}) {
    const response = await fetch(`${host.url}/api/v1${path}`, {
      method: init.method ?? 'GET',
      headers: {
        ...actorHeaders(environment, actor),
        'content-type': 'application/json',
        ...(init.ifMatch === undefined ? {} : { 'if-match': `"${init.ifMatch}"` }),
      },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    });
    return { status: response.status, body: (await response.json()) as never };
  }

  return {
    environment,
    host,
    redis,
    rows,
    needs,
    packages,
    organisations,
    taxonomy,
    deliver,
    settled,
    list,
    packageIds,
    call,
    publish,
    deps: (name: (typeof publishers)[number]) => deps.get(name),
    async emptyRedis(): Promise<void> {
      const keys = await redis.keys(`{${environment['DUIJIE_NAMESPACE']}}*`);
      if (keys.length > 0) await redis.del(...keys);
    },
    async stop(): Promise<void> {
      await queues.close();
      redis.disconnect();
      await host.stop();
    },
  };
}
export type City = Awaited<ReturnType<typeof startCity>>;
