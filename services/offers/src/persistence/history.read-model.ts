import { onBehalfColumns, type Context, type Database, type OnBehalfRow } from '@duijie/service-kit';

/** One step of an aggregate's life, as the audit log has it. */
export interface HistoryRow extends OnBehalfRow {
  readonly id: string;
  readonly occurred_at: Date;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly reason: string | null;
  readonly organisation_id: string | null;
}

/** @returns reads the steps of one aggregate, newest first */
export const historyOf =
  (database: Database) =>
  (ctx: Context, aggregateId: string, below: string | undefined, take: number): Promise<HistoryRow[]> =>
    database.manager(ctx).query(
      `SELECT id, occurred_at, action, from_state, to_state, reason, organisation_id, ${onBehalfColumns} FROM audit_entry
         WHERE aggregate_id = ?${below === undefined ? '' : ' AND id < ?'} ORDER BY id DESC LIMIT ?`,
      below === undefined ? [aggregateId, take] : [aggregateId, below, take],
    );
