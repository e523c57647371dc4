import { execute, select, type Context, type Database, type TransactionContext } from '@duijie/service-kit';

/** Kinds of reminders; each is due once for what it is about, and again when its time moves. */
export type DueKind = 'responses_3_days' | 'responses_1_day' | 'delivery' | 'acceptance' | 'objection_answer';
export interface NoticeDue {
  readonly kind: DueKind;
  readonly aboutId: string;
  readonly needId: string;
  readonly sourceId: string;
  readonly dueAt: Date;
}
export type NoticeDueRepository = ReturnType<typeof createNoticeDueRepository>;

/** Reminders that wait for their time. */
export function createNoticeDueRepository(database: Database) {
  return {
    /** Sets times; one that is done stays done unless its time has moved. */
    async put(ctx: TransactionContext, dues: readonly NoticeDue[]): Promise<void> {
      if (dues.length === 0) return;
      await execute(
        database,
        `INSERT INTO notice_due (kind, about_id, need_id, source_id, due_at, state) VALUES ?
         ON DUPLICATE KEY UPDATE state = IF(due_at = VALUES(due_at), notice_due.state, 'waiting'), due_at = VALUES(due_at)`,
        [dues.map((due) => [due.kind, due.aboutId, due.needId, due.sourceId, due.dueAt, 'waiting'])],
        ctx,
      );
    },
    /** @returns those whose time has come, the oldest first */
    due: (ctx: Context, now: Date, limit: number): Promise<NoticeDue[]> =>
      select<NoticeDue>(
        database,
        `SELECT kind, about_id AS aboutId, need_id AS needId, source_id AS sourceId, due_at AS dueAt FROM notice_due
         WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT ?`,
        [now, limit],
        ctx,
      ),
    /** @returns whether this caller took it */
    take: async (ctx: TransactionContext, due: NoticeDue): Promise<boolean> =>
      (await execute(
        database,
        `UPDATE notice_due SET state = 'done' WHERE kind = ? AND about_id = ? AND due_at = ? AND state = 'waiting'`,
        [due.kind, due.aboutId, due.dueAt],
        ctx,
      )) === 1,
  };
}
