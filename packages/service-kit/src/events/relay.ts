import type { EventEnvelope } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Redis } from 'ioredis';
import { serviceContext } from '../context';
import { Loop } from '../host/loop';
import type { Logger } from '../log/logger';
import type { Database } from '../persistence/database';
import type { JobQueue, QueuePort } from '../queue/queue-port';
import { confirmationsKey, eventQueueName, markerKey } from './event-keys';

/** Deliveries a statement: for 200 ids and more (`eq_range_index_dive_limit`) a scan may be chosen, which locks others' rows. */
const batch = 100;
/** A delivery that was queued so long ago, is not confirmed and no longer in the queue, is queued again. */
const overdueAfterMs = 10_000;
const lookEveryMs = 5_000;
const lookAtMost = 20_000;
const pollMs = 1000;

interface Delivery {
  readonly event_id: string;
  readonly subscriber: string;
}
const idsBySubscriber = (deliveries: readonly Delivery[]): Map<string, string[]> => {
  const ids = new Map<string, string[]>();
  for (const { event_id, subscriber } of deliveries) {
    const known = ids.get(subscriber);
    if (known) known.push(event_id);
    else ids.set(subscriber, [event_id]);
  }
  return ids;
};

/** Carries events from the outbox to the subscribers' queues and marks them as confirmed when their inbox has them. */
export class Relay {
  readonly #loop: Loop;
  #lastLookMs = 0;
  constructor(
    private readonly service: string,
    private readonly database: Database,
    private readonly queues: QueuePort,
    private readonly redis: Redis,
    private readonly prefix: string,
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {
    this.#loop = new Loop('relay', pollMs, () => this.round(), log);
  }
  start(): void {
    this.#loop.start();
  }
  nudge = (): void => this.#loop.nudge();
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** One round until nothing is due. @returns how many deliveries were queued */
  async round(): Promise<number> {
    if (this.redis.status !== 'ready') throw new Error('Redis is away');
    await this.requeueWhenRedisWasEmptied();
    await this.takeConfirmations();
    await this.requeueMissing();
    let queued = 0;
    for (;;) {
      const count = await this.queueBatch();
      queued += count;
      if (count < batch) return queued;
    }
  }

  private async queueBatch(): Promise<number> {
    const due = await this.claim();
    if (due.length === 0) return 0;
    const rows = (await this.database
      .manager()
      .query('SELECT id, envelope FROM outbox WHERE id IN (?)', [due.map((row) => row.event_id)])) as {
      id: string;
      envelope: string;
    }[];
    const envelopes = new Map(rows.map((row) => [row.id, JSON.parse(row.envelope) as EventEnvelope]));
    for (const [subscriber, ids] of idsBySubscriber(due))
      await this.queueOf(subscriber).add(
        ids.flatMap((id) => {
          const data = envelopes.get(id);
          return data ? [{ id, data }] : [];
        }),
      );
    return due.length;
  }

  /** Takes what another relay does not take, in a transaction of its own: no lock is held while Redis is asked. */
  private claim(): Promise<Delivery[]> {
    return this.database.run(serviceContext(this.service), async (ctx) => {
      const manager = this.database.manager(ctx);
      const due: Delivery[] = await manager.query(
        `SELECT event_id, subscriber FROM outbox_delivery
         WHERE state = 'pending' ORDER BY event_id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      );
      // Marked before it is in the queue: what a killed process leaves so is missing there, and found by requeueMissing.
      for (const [subscriber, ids] of idsBySubscriber(due))
        await manager.query(
          `UPDATE outbox_delivery SET state = 'queued', queued_at = ? WHERE subscriber = ? AND event_id IN (?)`,
          [this.clock.now(), subscriber, ids],
        );
      return due;
    });
  }

  private async requeueWhenRedisWasEmptied(): Promise<void> {
    const key = markerKey(this.prefix, this.service);
    if ((await this.redis.exists(key)) === 1) return;
    const { affectedRows } = (await this.database
      .manager()
      .query(`UPDATE outbox_delivery SET state = 'pending' WHERE state = 'queued'`)) as { affectedRows: number };
    await this.redis.set(key, this.clock.now().toISOString());
    if (affectedRows > 0)
      this.log.warn({ deliveries: affectedRows }, 'Redis was empty: all unconfirmed events are published again');
  }

  private async takeConfirmations(): Promise<void> {
    for (;;) {
      const taken = await this.redis.lpop(confirmationsKey(this.prefix, this.service), batch);
      if (!taken || taken.length === 0) return;
      const confirmed = taken.map((entry): Delivery => {
        const [event_id, subscriber] = entry.split('|') as [string, string];
        return { event_id, subscriber };
      });
      for (const [subscriber, ids] of idsBySubscriber(confirmed))
        await this.database
          .manager()
          .query(`UPDATE outbox_delivery SET state = 'confirmed' WHERE subscriber = ? AND event_id IN (?)`, [
            subscriber,
            ids,
          ]);
    }
  }

  private async requeueMissing(): Promise<void> {
    const nowMs = this.clock.now().getTime();
    if (nowMs - this.#lastLookMs < lookEveryMs) return;
    this.#lastLookMs = nowMs;
    const overdue: Delivery[] = await this.database
      .manager()
      .query(
        `SELECT event_id, subscriber FROM outbox_delivery WHERE state = 'queued' AND queued_at < ? ORDER BY event_id LIMIT ${lookAtMost}`,
        [new Date(nowMs - overdueAfterMs)],
      );
    const missing = new Map<string, string[]>();
    for (const [subscriber, ids] of idsBySubscriber(overdue))
      missing.set(subscriber, await this.queueOf(subscriber).missing(ids));
    // A job leaves its queue after its confirmation: whatever was done in the meantime is confirmed now.
    await this.takeConfirmations();
    for (const [subscriber, ids] of missing)
      for (let from = 0; from < ids.length; from += batch)
        await this.database
          .manager()
          .query(
            `UPDATE outbox_delivery SET state = 'pending' WHERE state = 'queued' AND subscriber = ? AND event_id IN (?)`,
            [subscriber, ids.slice(from, from + batch)],
          );
  }

  private queueOf(subscriber: string): JobQueue<EventEnvelope> {
    return this.queues.queue(eventQueueName(subscriber), { patient: true });
  }
}
