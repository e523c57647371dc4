import {
  decodeCursor,
  onBehalfColumns,
  onBehalfOfEntry,
  pageFrom,
  select,
  type Context,
  type Database,
  type OnBehalfRow,
} from '@duijie/service-kit';

interface TimelineRow extends OnBehalfRow {
  readonly id: string;
  readonly occurred_at: Date;
  readonly action: string;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly reason: string | null;
  readonly organisation_id: string | null;
}

/** @returns reads the steps in the life of one agreement out of the audit log, newest first */
export const timelineOf =
  (database: Database) =>
  async (
    ctx: Context,
    agreementId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ) => {
    const below = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0];
    const rows = await select<TimelineRow>(
      database,
      `SELECT id, occurred_at, action, from_state, to_state, reason, organisation_id, ${onBehalfColumns} FROM audit_entry
       WHERE aggregate_id = ? ${below === null ? '' : 'AND id < ?'} ORDER BY id DESC LIMIT ?`,
      [agreementId, ...(below === null ? [] : [below]), limit + 1],
      ctx,
    );
    const page = pageFrom(rows, limit, (row) => [row.id]);
    return {
      nextCursor: page.nextCursor,
      items: page.items.map((row) => ({
        at: row.occurred_at.toISOString(),
        action: row.action,
        from: row.from_state,
        to: row.to_state,
        reason: row.reason,
        organisationId: row.organisation_id,
        onBehalf: onBehalfOfEntry(row),
      })),
    };
  };
