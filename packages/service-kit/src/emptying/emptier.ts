import type { DemoEmptied, DemoRemoval, EventEnvelope } from '@duijie/contracts';
import type { Clock } from '@duijie/domain-kit';
import { serviceContext, type Context, type TransactionContext } from '../context';
import { Loop } from '../host/loop';
import type { Logger } from '../log/logger';
import type { Audit } from '../persistence/audit';
import type { Database } from '../persistence/database';
import { execute, select } from '../persistence/sql';
import type { EmptyingPlan, Removal } from './emptying-plan';

/** Rows a transaction; for 200 keys and more (`eq_range_index_dive_limit`) a scan may be chosen. */
const batch = 100;
const lookEveryMs = 5_000;
/** What is told late of an emptied organisation comes within this time; after it, rounds are seldom. */
const lateMs = 3_600_000;
const seldomMs = 60_000;
/** Fields of events that say whose matter it is. */
const owners = [
  'id',
  'organisationId',
  'providerId',
  'posterId',
  'leadId',
  'byOrganisationId',
  'aboutOrganisationId',
  'needId',
  'packageId',
] as const;

/**
 * Removes what belonged to the organisations that the emptying of the demonstration names: at first at once, then again
 * for an hour, since events of them may still be on their way. Each batch is a transaction of its own, so that a killed
 * process goes on where it was.
 */
export class Emptier {
  readonly #loop: Loop;
  #any = false;
  #lookedAtMs = 0;
  constructor(
    private readonly service: string,
    private readonly plan: EmptyingPlan,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    log: Logger,
  ) {
    this.#loop = new Loop(`emptier ${service}`, lookEveryMs, () => this.look(), log);
  }
  start(): void {
    this.#loop.start();
  }
  stop(): Promise<void> {
    return this.#loop.stop();
  }

  /** Names what goes. @param ids of organisations and compounds */
  async mark(ctx: TransactionContext, ids: readonly string[]): Promise<void> {
    for (let from = 0; from < ids.length; from += batch)
      await execute(
        this.database,
        'INSERT INTO emptied (id, at) VALUES ? ON DUPLICATE KEY UPDATE settled_at = NULL',
        [ids.slice(from, from + batch).map((id) => [id, this.clock.now()])],
        ctx,
      );
    ctx.transaction.afterCommit(() => {
      this.#any = true;
      this.#lookedAtMs = 0;
      this.#loop.nudge();
    });
  }

  onEmptied = (ctx: TransactionContext, { data }: EventEnvelope<DemoEmptied>): Promise<void> =>
    this.mark(ctx, data.ids);

  /** Whether an event is of something that was taken away: it takes no effect any more. */
  async concerns(ctx: TransactionContext, data: unknown): Promise<boolean> {
    if (!this.#any) return false;
    const fields = data as Readonly<Record<string, unknown>>;
    const ids = owners.flatMap((name) => (typeof fields[name] === 'string' ? [fields[name]] : []));
    if (ids.length === 0) return false;
    return (await select(this.database, 'SELECT id FROM emptied WHERE id IN (?) LIMIT 1', [ids], ctx)).length > 0;
  }

  /** What has gone so far, and whether a whole round found nothing any more. */
  async removal(ctx: Context): Promise<DemoRemoval> {
    const rows = await select<{ table_name: string; removed: string }>(
      this.database,
      'SELECT table_name, removed FROM emptied_count ORDER BY table_name',
      [],
      ctx,
    );
    const [open] = await select<{ n: string }>(
      this.database,
      'SELECT COUNT(*) AS n FROM emptied WHERE settled_at IS NULL',
      [],
      ctx,
    );
    return {
      waiting: Number(open?.n ?? 0),
      removed: rows.map((row) => ({ table: row.table_name, rows: Number(row.removed) })),
    };
  }

  private async look(): Promise<void> {
    const [last] = await select<{ at: Date | null; open: string | null }>(
      this.database,
      'SELECT MAX(at) AS at, SUM(settled_at IS NULL) AS open FROM emptied',
    );
    this.#any = last?.at !== null && last?.at !== undefined;
    if (!last?.at) return;
    const nowMs = this.clock.now().getTime();
    const open = Number(last.open ?? 0) > 0;
    if (!open && (nowMs - last.at.getTime() > lateMs || nowMs - this.#lookedAtMs < seldomMs)) return;
    this.#lookedAtMs = nowMs;
    await this.round();
  }

  private async round(): Promise<void> {
    const begunAt = this.clock.now();
    for (;;) {
      let done = await this.nameOwned();
      while (this.plan.loosen && (await this.plan.loosen()) > 0) done += 1;
      for (const removal of this.plan.removals) done += await this.removeAll(removal);
      if (done === 0) break;
    }
    if (this.plan.left && (await this.plan.left()) > 0) return;
    // What was named meanwhile has a round of its own.
    while (
      (await execute(
        this.database,
        `UPDATE emptied SET settled_at = ? WHERE settled_at IS NULL AND at <= ? LIMIT ${batch}`,
        [this.clock.now(), begunAt],
      )) > 0
    );
  }

  private async nameOwned(): Promise<number> {
    let named = 0;
    for (const owned of this.plan.owned ?? [])
      for (;;) {
        const rows = await execute(
          this.database,
          `INSERT IGNORE INTO emptied (id, at) SELECT DISTINCT r.id, ? FROM emptied e JOIN ${owned}
           LEFT JOIN emptied x ON x.id = r.id WHERE x.id IS NULL LIMIT ${batch}`,
          [this.clock.now()],
        );
        if (rows === 0) break;
        named += rows;
      }
    return named;
  }

  private async removeAll(removal: Removal): Promise<number> {
    let removed = 0;
    for (const found of removal.found)
      for (;;) {
        const keys = await select<{ k: string }>(
          this.database,
          `SELECT DISTINCT r.${removal.key} AS k FROM emptied e JOIN ${found} LIMIT ${batch}`,
        );
        if (keys.length === 0) break;
        removed += await this.remove(
          removal,
          keys.map(({ k }) => k),
        );
      }
    return removed;
  }

  private remove(removal: Removal, keys: readonly string[]): Promise<number> {
    return this.database.run(serviceContext(this.service), async (ctx) => {
      for (const [table, column] of removal.parts ?? [])
        await execute(this.database, `DELETE FROM ${table} WHERE ${column} IN (?)`, [keys], ctx);
      const rows = await execute(
        this.database,
        `DELETE FROM ${removal.table} WHERE ${removal.key} IN (?)`,
        [keys],
        ctx,
      );
      if (rows === 0) return 0;
      await execute(
        this.database,
        'INSERT INTO emptied_count (table_name, removed) VALUES (?, ?) ON DUPLICATE KEY UPDATE removed = removed + VALUES(removed)',
        [removal.table, rows],
        ctx,
      );
      await this.plan.onRemoved?.(ctx, removal);
      await this.audit.record(ctx, {
        action: 'demo.removed',
        aggregate: { type: 'demo', id: removal.table },
        data: { rows },
      });
      return rows;
    });
  }
}
