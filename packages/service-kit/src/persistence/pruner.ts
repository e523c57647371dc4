import type { Clock } from '@duijie/domain-kit';
import type { EntityManager } from 'typeorm';
import { serviceContext } from '../context';
import { Loop } from '../host/loop';
import type { Logger } from '../log/logger';
import type { Database } from './database';

const dayMs = 86_400_000;
const keepEventsMs = 30 * dayMs;
const keepKeysMs = 30 * dayMs;
const slice = 2000;
/** Events at a time: for a list of 200 ids and more (`eq_range_index_dive_limit`) a scan may be chosen, which waits for what others hold. */
const page = 100;

/** Removes what nobody asks for any more: confirmed events, inbox rows and idempotency keys older than 30 days. */
export class Pruner {
  readonly #loop: Loop;
  constructor(
    private readonly service: string,
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
    await this.pruneEvents(before);
    await this.bySlice(`DELETE FROM inbox WHERE received_at < ? LIMIT ${slice}`, before);
    await this.bySlice(`DELETE FROM idempotency_key WHERE created_at < ? LIMIT ${slice}`, new Date(now - keepKeysMs));
  }

  /** Walks the old events once, a page at a time, by reads that lock nothing; a confirmed delivery stays confirmed. */
  private async pruneEvents(before: Date): Promise<void> {
    let last = { id: '', at: new Date(0) };
    for (;;) {
      const old = (await this.database.manager().query(
        `SELECT id, occurred_at AS at FROM outbox WHERE occurred_at >= ? AND occurred_at < ? AND (occurred_at > ? OR id > ?)
           ORDER BY occurred_at, id LIMIT ${page}`,
        [last.at, before, last.at, last.id],
      )) as { id: string; at: Date }[];
      if (old.length > 0) await this.removeConfirmed(old.map(({ id }) => id));
      const end = old.at(-1);
      if (!end || old.length < page) return;
      last = end;
    }
  }

  private async removeConfirmed(ids: readonly string[]): Promise<void> {
    const open = (await this.database
      .manager()
      .query(`SELECT DISTINCT event_id AS id FROM outbox_delivery WHERE event_id IN (?) AND state <> 'confirmed'`, [
        ids,
      ])) as { id: string }[];
    const awaited = new Set(open.map(({ id }) => id));
    const done = ids.filter((id) => !awaited.has(id));
    if (done.length === 0) return;
    await this.run(async (manager) => {
      await manager.query('DELETE FROM outbox_delivery WHERE event_id IN (?)', [done]);
      await manager.query('DELETE FROM outbox WHERE id IN (?)', [done]);
    });
  }

  private async bySlice(sql: string, before: Date): Promise<void> {
    const remove = (): Promise<{ affectedRows: number }> => this.run((manager) => manager.query(sql, [before]));
    while ((await remove()).affectedRows === slice);
  }

  /** READ COMMITTED, so that no gap before fresh rows is locked. */
  private run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.run(serviceContext(this.service), (ctx) => work(this.database.manager(ctx)));
  }
}
