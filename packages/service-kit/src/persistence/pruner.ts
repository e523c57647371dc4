import type { Clock } from '@duijie/domain-kit';
import { Loop } from '../host/loop';
import type { Logger } from '../log/logger';
import type { Database } from './database';

const dayMs = 86_400_000;
const keepEventsMs = 30 * dayMs;
const keepKeysMs = 30 * dayMs;
const slice = 2000;

/** Removes what nobody asks for any more: confirmed events, inbox rows and idempotency keys older than 30 days. */
export class Pruner {
  readonly #loop: Loop;
  constructor(
    service: string,
    private readonly database: Database,
    private readonly clock: Clock,
    log: Logger,
  ) {
    this.#loop = new Loop(`pruner ${service}`, 3_600_000, () => this.round(), log);
  }
  start(): void {
    this.#loop.start();
  }
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  async round(): Promise<void> {
    const now = this.clock.now().getTime();
    const before = new Date(now - keepEventsMs);
    await this.bySlice(
      `DELETE FROM outbox WHERE occurred_at < ? AND NOT EXISTS (SELECT 1 FROM outbox_delivery d WHERE d.event_id = outbox.id AND d.state <> 'confirmed') LIMIT ${slice}`,
      before,
    );
    await this.bySlice(`DELETE FROM inbox WHERE received_at < ? LIMIT ${slice}`, before);
    await this.bySlice(`DELETE FROM idempotency_key WHERE created_at < ? LIMIT ${slice}`, new Date(now - keepKeysMs));
    for (;;) {
      const { affectedRows } = (await this.database
        .manager()
        .query(
          `DELETE FROM outbox_delivery WHERE state = 'confirmed' AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.id = outbox_delivery.event_id) LIMIT ${slice}`,
        )) as { affectedRows: number };
      if (affectedRows < slice) return;
    }
  }

  private async bySlice(sql: string, before: Date): Promise<void> {
    while (((await this.database.manager().query(sql, [before])) as { affectedRows: number }).affectedRows === slice);
  }
}
