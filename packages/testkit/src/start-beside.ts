import { events, type Actor, type EventData, type EventType, type ServiceName } from '@duijie/contracts';
import {
  defineModule,
  serviceContext,
  startHost,
  type BoundRoute,
  type DatabaseDeps,
  type DatabaseModule,
  type Host,
  type ModuleDeps,
} from '@duijie/service-kit';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { clearNamespace } from './clear-namespace';
import { actorHeaders } from './test-actor';
import { testEnvironment, testNamespace } from './test-environment';

type Publisher = DatabaseDeps & ModuleDeps;
type PublisherName = Exclude<ServiceName, 'gateway'>;
/** A publisher that also answers routes of its own, as the module under test asks it. */
interface AnsweringPublisher {
  readonly name: PublisherName;
  readonly routes: readonly BoundRoute[];
}

/** What a call over HTTP came back with. */
export interface Answer<T = never> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}
export interface CallInit {
  readonly method?: string;
  readonly ifMatch?: number;
  /** Idempotency-Key; a new one for every POST unless given. */
  readonly key?: string;
  readonly body?: unknown;
}

/**
 * Runs one module beside publishers that do nothing but publish, on the real parts: for tests of a service that lives of
 * others' events.
 * @param word names the test's databases @param publishers services whose events the module takes
 */
export async function startBeside(
  module: DatabaseModule,
  publishers: readonly (PublisherName | AnsweringPublisher)[],
  word: string,
  overrides: Readonly<Record<string, string>> = {},
) {
  const environment = testEnvironment(testNamespace(word), overrides);
  await clearNamespace(environment);
  const given = new Map<string, Publisher>();
  const stubs = publishers.map((publisher) => {
    const { name, routes } = typeof publisher === 'string' ? { name: publisher, routes: [] } : publisher;
    return defineModule({
      name,
      config: z.object({}),
      schema: { entities: [], migrations: [] },
      create(deps: Publisher) {
        given.set(name, deps);
        return { routes };
      },
    });
  });
  const observed: DatabaseModule = {
    ...module,
    create(deps) {
      given.set(module.name, deps);
      return module.create(deps);
    },
  };
  const host: Host = await startHost([...stubs, observed], environment);
  const depsOf = (name: string): Publisher => {
    const deps = given.get(name);
    if (!deps) throw new Error(`${name} was not created`);
    return deps;
  };

  return {
    environment,
    host,
    /** What the host gave the module under test. */
    deps: depsOf(module.name),
    /** Rows of the module's own database. */
    rows: async <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
      (await depsOf(module.name)
        .database.manager()
        .query(sql, [...values])) as T[],
    /** Publishes one event as its publisher would. */
    async publish<T extends EventType>(
      type: T,
      aggregate: { readonly type: string; readonly id: string },
      sequence: number,
      data: EventData<T>,
      actor?: Actor,
    ): Promise<void> {
      const service = events[type].publisher;
      const publisher = depsOf(service);
      await publisher.database.run(
        { ...serviceContext(service), ...(actor ? { actor } : {}) },
        async (ctx) => await publisher.outbox.append(ctx, { type, aggregate, sequence, data }),
      );
    },
    /** Calls a route as the gateway would. @param path below `/api/v1` */
    async call<T = never>(actor: Actor, path: string, init: CallInit = {}): Promise<Answer<T>> {
      const method = init.method ?? 'GET';
      const response = await fetch(`${host.url}/api/v1${path}`, {
        method,
        headers: {
          ...actorHeaders(environment, actor),
          'content-type': 'application/json',
          ...(init.ifMatch === undefined ? {} : { 'if-match': `"${init.ifMatch}"` }),
          ...(method === 'POST' && init.ifMatch === undefined ? { 'idempotency-key': init.key ?? randomUUID() } : {}),
        },
        ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: (text === '' ? null : JSON.parse(text)) as T,
        headers: response.headers,
      };
    },
    stop: () => host.stop(),
  };
}
export type Beside = Awaited<ReturnType<typeof startBeside>>;
