import { createNeed, type EventEnvelope } from '@duijie/contracts';
import { newId } from '@duijie/domain-kit';
import {
  bind,
  defineModule,
  serviceContext,
  type DatabaseDeps,
  type EventHandlers,
  type ModuleDeps,
  type ServiceModule,
} from '@duijie/service-kit';
import { z } from 'zod';

/** A route of the kind `create` whose whole effect is one row, so that an effect too many shows. */
const addMark = {
  ...createNeed,
  body: z.strictObject({ name: z.string() }),
  response: z.strictObject({ id: z.uuid(), version: z.int() }),
};

/** Guards that can be left out, to see whether the test would notice. The unique keys are in the database. */
export interface RemovableGuards {
  /** The advisory lock of an Idempotency-Key. */
  keyLock: boolean;
  /** The handler's own look at `sequence`. */
  sequence: boolean;
}

/** A module whose effects are counted: marks made by requests, and effects of events. */
export interface Tallies {
  readonly module: ServiceModule;
  readonly guards: RemovableGuards;
  query<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  empty(): Promise<void>;
  /** Puts deliveries on the subscriber's queue as they are: in this order, with repetitions. */
  deliver(events: readonly EventEnvelope[]): Promise<void>;
  /** Deliveries that are not handled yet. */
  undelivered(): Promise<number>;
  record(count: number): Promise<void>;
  verifyAudit: DatabaseDeps['verifyAudit'];
}

export function tallies(): Tallies {
  const guards: RemovableGuards = { keyLock: true, sequence: true };
  let given: (ModuleDeps & DatabaseDeps) | undefined;
  const deps = () => {
    if (!given) throw new Error('The module does not run');
    return given;
  };
  const query = async <T>(sql: string, values: readonly unknown[] = []): Promise<T[]> =>
    (await deps()
      .database.manager()
      .query(sql, [...values])) as T[];

  /** Answers every GET_LOCK with success while the guard is out; all else goes to the database. */
  function withoutLocks({ database }: DatabaseDeps): void {
    const real = database.manager.bind(database);
    database.manager = (ctx) => {
      const manager = real(ctx);
      if (guards.keyLock) return manager;
      return Object.create(manager, {
        query: {
          value: (sql: string, values?: unknown[]): Promise<unknown> =>
            sql.startsWith('SELECT GET_LOCK') ? Promise.resolve([{ ok: 1 }]) : manager.query(sql, values),
        },
      }) as typeof manager;
    };
  }

  const handlersOf = ({ database }: DatabaseDeps): EventHandlers => ({
    async 'taxonomy.changed.v1'(ctx, { id, aggregate, sequence }) {
      const manager = database.manager(ctx);
      const [held] = (await manager.query('SELECT sequence FROM held WHERE id = ? FOR UPDATE', [aggregate.id])) as {
        sequence: string;
      }[];
      if (guards.sequence && Number(held?.sequence ?? 0) >= sequence) return;
      await manager.query('UPDATE held SET sequence = ? WHERE id = ?', [sequence, aggregate.id]);
      await manager.query('INSERT INTO effect VALUES (?, ?)', [id, sequence]);
    },
  });

  const module = defineModule({
    name: 'needs' as const,
    config: z.object({}),
    schema: { entities: [], migrations: [] },
    create(own: ModuleDeps & DatabaseDeps) {
      given = own;
      const { database } = own;
      withoutLocks(own);
      return {
        routes: [
          bind(addMark, async (ctx, { body }) => {
            const id = newId(Date.now());
            await database.manager(ctx).query('INSERT INTO mark VALUES (?, ?)', [id, body.name]);
            // So long that requests at the same time do meet.
            await database.manager(ctx).query('SELECT SLEEP(0.02)');
            return { id, version: 1 };
          }),
        ],
        events: handlersOf(own),
      };
    },
  });

  return {
    module,
    guards,
    query,
    async empty() {
      await query('CREATE TABLE IF NOT EXISTS mark (id CHAR(36), name VARCHAR(40))');
      await query('CREATE TABLE IF NOT EXISTS held (id CHAR(36) PRIMARY KEY, sequence BIGINT)');
      await query('CREATE TABLE IF NOT EXISTS effect (event_id CHAR(36), sequence BIGINT)');
      for (const table of ['mark', 'held', 'effect', 'inbox', 'idempotency_key']) await query(`DELETE FROM ${table}`);
    },
    deliver: (events) =>
      deps()
        .queues.queue<EventEnvelope>('events-needs')
        .add(events.map((data) => ({ data }))),
    async undelivered() {
      const { waiting, active, failed } = await deps().queues.queue('events-needs').counts();
      return waiting + active + failed;
    },
    async record(count) {
      const { audit, database } = deps();
      for (let i = 1; i <= count; i += 1)
        await database.run(serviceContext('needs'), (ctx) =>
          audit.record(ctx, {
            action: 'mark.added',
            aggregate: { type: 'mark', id: newId(Date.now()) },
            from: 'draft',
            to: 'published',
            reason: `第 ${i} 次`,
            data: { number: i },
          }),
        );
    },
    verifyAudit: () => deps().verifyAudit(),
  };
}
