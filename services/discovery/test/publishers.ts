import type { EventType, EventData, ServiceName } from '@duijie/contracts';
import { defineModule, serviceContext, type DatabaseDeps, type Host, startHost } from '@duijie/service-kit';
import { z } from 'zod';
import { discoveryModule } from '../src';

/** A host with discovery and services that do nothing but publish. */
export interface DiscoveryHost {
  readonly host: Host;
  readonly database: DatabaseDeps['database'];
  /** What discovery has logged as a warning or worse. */
  readonly warnings: readonly string[];
  publish<T extends EventType>(type: T, id: string, sequence: number, data: EventData<T>): Promise<void>;
  /** Publishes first states, all in one transaction. */
  publishAll<T extends EventType>(type: T, states: readonly (EventData<T> & { readonly id: string })[]): Promise<void>;
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>;
}
type Publisher = Extract<ServiceName, 'identity' | 'offers' | 'needs'>;

export async function startDiscovery(environment: Readonly<Record<string, string>>): Promise<DiscoveryHost> {
  const deps = new Map<string, DatabaseDeps>();
  const warnings: string[] = [];
  const publisher = (name: Publisher) =>
    defineModule({
      name,
      config: z.object({}),
      schema: { entities: [], migrations: [] },
      create(own: DatabaseDeps) {
        deps.set(name, own);
        return { routes: [] };
      },
    });
  const watched = {
    ...discoveryModule,
    create(own: Parameters<typeof discoveryModule.create>[0]) {
      deps.set('discovery', own);
      const note = (_facts: unknown, message = ''): void => void warnings.push(message);
      return discoveryModule.create({
        ...own,
        log: Object.assign(Object.create(own.log), { warn: note, error: note }),
      });
    },
  };
  const host = await startHost([publisher('identity'), publisher('offers'), publisher('needs'), watched], environment);
  const of = (name: string): DatabaseDeps => {
    const own = deps.get(name);
    if (!own) throw new Error(`${name} is not started`);
    return own;
  };
  const append = async <T extends EventType>(
    type: T,
    events: readonly { readonly id: string; readonly sequence: number; readonly data: EventData<T> }[],
  ): Promise<void> => {
    const [aggregate = ''] = type.split('.');
    const name = { organisation: 'identity', taxonomy: 'offers', package: 'offers', need: 'needs' }[aggregate] ?? '';
    const { database, outbox } = of(name);
    await database.run(serviceContext(name), async (ctx) => {
      for (const { id, sequence, data } of events)
        await outbox.append(ctx, { type, aggregate: { type: aggregate, id }, sequence, data });
    });
  };
  return {
    host,
    database: of('discovery').database,
    warnings,
    publish: (type, id, sequence, data) => append(type, [{ id, sequence, data }]),
    publishAll: (type, states) =>
      append(
        type,
        states.map((data) => ({ id: data.id, sequence: 1, data })),
      ),
    async get(path, headers = {}) {
      const answer = await fetch(`${host.url}/api/v1${path}`, { headers });
      return { status: answer.status, body: await answer.json() };
    },
  };
}
