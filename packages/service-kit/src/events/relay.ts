import type { EventEnvelope } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import type { Redis } from 'ioredis';
import { serviceContext } from '../context';
import { Loop } from '../host/loop';
import type { Logger } from '../log/logger';
import type { Database } from '../persistence/database';
import type { QueuePort } from '../queue/queue-port';
import { confirmationsKey, eventQueueName, markerKey } from './event-keys';

const batch = 200;
/** A delivery that was queued and not confirmed for so long is queued again; the inbox makes that harmless. */
const requeueAfterMs = 60_000;
const pollMs = 1000;

interface Due {
  readonly event_id: string;
  readonly subscriber: string;
  readonly envelope: string;
}

/** Carries events from the outbox to the subscribers' queues and marks them as confirmed when their inbox has them. */
export class Relay {
  readonly #loop: Loop;
  #lastRequeueMs = 0;
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
    await this.requeueOverdue();
    let queued = 0;
    for (;;) {
      const count = await this.queueBatch();
      queued += count;
      if (count < batch) return queued;
    }
  }

  private queueBatch(): Promise<number> {
    return this.database.run(serviceContext(this.service), async (ctx) => {
      const manager = this.database.manager(ctx);
      const due: Due[] = await manager.query(
        `SELECT d.event_id, d.subscriber, o.envelope FROM outbox_delivery d JOIN outbox o ON o.id = d.event_id
         WHERE d.state = 'pending' ORDER BY d.event_id LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
      );
      if (due.length === 0) return 0;
      const bySubscriber = new Map<string, Due[]>();
      for (const row of due) bySubscriber.set(row.subscriber, [...(bySubscriber.get(row.subscriber) ?? []), row]);
      for (const [subscriber, rows] of bySubscriber) {
        await this.queues
          .queue<EventEnvelope>(eventQueueName(subscriber))
          .add(rows.map((row) => ({ id: row.event_id, data: JSON.parse(row.envelope) as EventEnvelope })));
        await manager.query(
          `UPDATE outbox_delivery SET state = 'queued', queued_at = ? WHERE subscriber = ? AND event_id IN (?)`,
          [this.clock.now(), subscriber, rows.map((row) => row.event_id)],
        );
      }
      return due.length;
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
      const taken = await this.redis.lpop(confirmationsKey(this.prefix, this.service), 500);
      if (!taken || taken.length === 0) return;
      const bySubscriber = new Map<string, string[]>();
      for (const entry of taken) {
        const [eventId, subscriber] = entry.split('|') as [string, string];
        bySubscriber.set(subscriber, [...(bySubscriber.get(subscriber) ?? []), eventId]);
      }
      for (const [subscriber, ids] of bySubscriber)
        await this.database
          .manager()
          .query(`UPDATE outbox_delivery SET state = 'confirmed' WHERE subscriber = ? AND event_id IN (?)`, [
            subscriber,
            ids,
          ]);
    }
  }

  private async requeueOverdue(): Promise<void> {
    const nowMs = this.clock.now().getTime();
    if (nowMs - this.#lastRequeueMs < requeueAfterMs / 4) return;
    this.#lastRequeueMs = nowMs;
    await this.database
      .manager()
      .query(`UPDATE outbox_delivery SET state = 'pending' WHERE state = 'queued' AND queued_at < ?`, [
        new Date(nowMs - requeueAfterMs),
      ]);
  }
}
