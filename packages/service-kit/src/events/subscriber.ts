import { eventEnvelope, events, type EventData, type EventEnvelope, type EventType } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Redis } from 'ioredis';
import { serviceContext, type TransactionContext } from '../context';
import type { Logger } from '../log/logger';
import type { Emptier } from '../emptying/emptier';
import type { Database } from '../persistence/database';
import type { QueuePort, Work } from '../queue/queue-port';
import { confirmationsKey, eventQueueName } from './event-keys';

/** Effects of events, by type. A handler ignores an event whose `sequence` is not newer than what it holds. */
export type EventHandlers = {
  readonly [T in EventType]?: (ctx: TransactionContext, event: EventEnvelope<EventData<T>>) => Promise<void>;
};

/**
 * Takes the events of one subscriber: inbox row and effect in one transaction, then the confirmation to the publisher.
 * A repeated event finds its inbox row and is only confirmed again.
 */
export function startSubscriber(
  service: string,
  handlers: EventHandlers,
  deps: {
    database: Database;
    queues: QueuePort;
    redis: Redis;
    prefix: string;
    clock: Clock;
    log: Logger;
    /** Absent where nothing is ever emptied. */
    emptier?: Emptier | undefined;
  },
): Work {
  const handle = async (raw: EventEnvelope): Promise<void> => {
    const event = eventEnvelope.parse(raw);
    const type = event.type as EventType;
    const handler = handlers[type] as ((ctx: TransactionContext, event: EventEnvelope) => Promise<void>) | undefined;
    if (!handler) throw new Error(`${service} subscribes to ${type} but has no handler`);
    const data = events[type].data.parse(event.data);
    await deps.database.run({ ...serviceContext(service, event.traceparent), actor: event.actor }, async (ctx) => {
      const { affectedRows } = (await deps.database
        .manager(ctx)
        .query(`INSERT IGNORE INTO inbox (event_id, received_at) VALUES (?, ?)`, [event.id, deps.clock.now()])) as {
        affectedRows: number;
      };
      if (affectedRows === 0 || (await deps.emptier?.concerns(ctx, data))) return;
      await handler(ctx, { ...event, data });
    });
    await deps.redis.rpush(confirmationsKey(deps.prefix, events[type].publisher), `${event.id}|${service}`);
  };
  return deps.queues.work<EventEnvelope>(eventQueueName(service), handle, { concurrency: 4 });
}
