import type { CompoundNeedDates, NeedState, Page, PageQuery } from '@duijie/contracts';
import { decodeCursor, pageFrom, select, type Context, type Database } from '@duijie/service-kit';
import type { MarketStatement } from './market-figures.read-model';

interface Row {
  readonly need_id: string;
  readonly title: string;
  readonly organisation_name: string;
  readonly state: NeedState;
  readonly published_at: Date;
  readonly decided_at: Date | null;
  readonly signed_on: string | null;
  readonly accepted_at: Date | null;
}

/** Needs of a compound, newest first. */
export function compoundTimelineSql(compoundId: string, { limit, cursor }: PageQuery): MarketStatement {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'id']);
  return {
    sql: `SELECT need_id, title, organisation_name, state, published_at, decided_at, signed_on, accepted_at
      FROM market_need FORCE INDEX (ix_market_need_compound) WHERE compound_id = ?
      ${after ? 'AND (published_at < ? OR (published_at = ? AND need_id < ?))' : ''}
      ORDER BY published_at DESC, need_id DESC LIMIT ?`,
    values: [compoundId, ...(after ? [after[0], after[0], after[1]] : []), limit + 1],
  };
}

/** What became of the needs of a compound. */
export const compoundTimelineOf =
  (database: Database) =>
  async (ctx: Context, compoundId: string, query: PageQuery): Promise<Page<CompoundNeedDates>> => {
    const { sql, values } = compoundTimelineSql(compoundId, query);
    const rows = await select<Row>(database, sql, values, ctx);
    const page = pageFrom(rows, query.limit, (row) => [row.published_at.getTime(), row.need_id]);
    return {
      items: page.items.map((row) => ({
        needId: row.need_id,
        title: row.title,
        organisationName: row.organisation_name,
        state: row.state,
        publishedAt: row.published_at.toISOString(),
        decidedAt: row.decided_at?.toISOString() ?? null,
        signedOn: row.signed_on,
        acceptedAt: row.accepted_at?.toISOString() ?? null,
      })),
      nextCursor: page.nextCursor,
    };
  };
