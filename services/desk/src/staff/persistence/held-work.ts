import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';
import type { Holder } from '../open-work';

/**
 * What work that one person of an association holds has in common: it is given to another, and counted.
 * @param table with `association_id`, `assignee_id`, `assignee_name`, `state`, `version` and `updated_at`
 */
export const heldWork = (database: Database, table: 'desk_case' | 'follow_up') => ({
  /** @param to null leaves it to whoever takes it */
  async assign(ctx: TransactionContext, ids: readonly string[], to: Holder | null, now: Date): Promise<void> {
    if (ids.length === 0) return;
    await execute(
      database,
      `UPDATE ${table} SET assignee_id = ?, assignee_name = ?, version = version + 1, updated_at = ? WHERE id IN (?)`,
      [to?.personId ?? null, to?.name ?? null, now, ids],
      ctx,
    );
  },
  /** @returns how much is open, by person */
  async countHeld(ctx: Context, associationId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await select<{ assignee_id: string; n: string }>(
      database,
      `SELECT assignee_id, COUNT(*) AS n FROM ${table}
       WHERE association_id = ? AND state = 'open' AND assignee_id IS NOT NULL GROUP BY assignee_id`,
      [associationId],
      ctx,
    );
    return new Map(rows.map((row) => [row.assignee_id, Number(row.n)]));
  },
});
