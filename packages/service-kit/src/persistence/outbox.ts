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
  /** Many events of one kind in two statements. */
  appendAll<T extends EventType>(ctx: TransactionContext, events: readonly NewEvent<T>[]): Promise<void>;
}

/** @param nudge called after commit, so that the relay need not wait for its next poll */
export function createOutbox(service: string, database: Database, clock: Clock, nudge: () => void): Outbox {
  function envelopeOf<T extends EventType>(
    ctx: TransactionContext,
    event: NewEvent<T>,
    occurredAt: Date,
  ): EventEnvelope {
    const contract = events[event.type];
    if (contract.publisher !== service)
      throw new Error(`${event.type} is published by ${contract.publisher}, not by ${service}`);
    return {
      id: newId(occurredAt.getTime()),
      type: event.type,
      occurredAt: occurredAt.toISOString(),
      actor: ctx.actor,
      aggregate: event.aggregate,
      sequence: event.sequence,
      traceparent: ctx.traceparent,
      data: contract.data.parse(event.data),
    };
  }
  const appendAll: Outbox['appendAll'] = async (ctx, added) => {
    if (added.length === 0) return;
    const occurredAt = clock.now();
    const left = added.map((event) => ({
      envelope: envelopeOf(ctx, event, occurredAt),
      to: subscribersOf(event.type),
    }));
    const manager = database.manager(ctx);
    await manager.insert(
      OutboxEntity,
      left.map(({ envelope }) => ({
        id: envelope.id,
        type: envelope.type,
        aggregateId: envelope.aggregate.id,
        sequence: envelope.sequence,
        envelope: JSON.stringify(envelope),
        occurredAt,
      })),
    );
    await manager.insert(
      OutboxDeliveryEntity,
      left.flatMap(({ envelope, to }) =>
        to.map((subscriber) => ({
          eventId: envelope.id,
          subscriber,
          state: 'pending' as const,
          queuedAt: null,
        })),
      ),
    );
    ctx.transaction.afterCommit(nudge);
  };
  return { append: (ctx, event) => appendAll(ctx, [event]), appendAll };
}
