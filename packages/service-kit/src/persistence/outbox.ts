import { events, subscribersOf, type EventData, type EventEnvelope, type EventType } from '@duijie/contracts';
import { newId, type Clock } from '@duijie/domain-kit';
import type { TransactionContext } from '../context';
import type { Database } from './database';
import { OutboxDeliveryEntity, OutboxEntity } from './outbox.entity';

export interface NewEvent<T extends EventType> {
  readonly type: T;
  readonly aggregate: { readonly type: string; readonly id: string };
  /** Version of the aggregate after the change. */
  readonly sequence: number;
  readonly data: EventData<T>;
}

/** Where use cases leave their events: in the same transaction as the change, which the type demands. */
export interface Outbox {
  append<T extends EventType>(ctx: TransactionContext, event: NewEvent<T>): Promise<void>;
}

/** @param nudge called after commit, so that the relay need not wait for its next poll */
export function createOutbox(service: string, database: Database, clock: Clock, nudge: () => void): Outbox {
  return {
    async append(ctx, event) {
      const contract = events[event.type];
      if (contract.publisher !== service)
        throw new Error(`${event.type} is published by ${contract.publisher}, not by ${service}`);
      const occurredAt = clock.now();
      const envelope: EventEnvelope = {
        id: newId(occurredAt.getTime()),
        type: event.type,
        occurredAt: occurredAt.toISOString(),
        actor: ctx.actor,
        aggregate: event.aggregate,
        sequence: event.sequence,
        traceparent: ctx.traceparent,
        data: contract.data.parse(event.data),
      };
      const manager = database.manager(ctx);
      await manager.insert(OutboxEntity, {
        id: envelope.id,
        type: event.type,
        aggregateId: event.aggregate.id,
        sequence: event.sequence,
        envelope: JSON.stringify(envelope),
        occurredAt,
      });
      await manager.insert(
        OutboxDeliveryEntity,
        subscribersOf(event.type).map((subscriber) => ({
          eventId: envelope.id,
          subscriber,
          state: 'pending' as const,
          queuedAt: null,
        })),
      );
      ctx.transaction.afterCommit(nudge);
    },
  };
}
