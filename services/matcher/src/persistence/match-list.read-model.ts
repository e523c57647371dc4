import { decodeCursor, pageFrom, select, type Database } from '@duijie/service-kit';
import type { Page, PageQuery } from '@duijie/contracts';
import { matchRowOf, type MatchRow, type RawMatch } from './match.repository';

/** Pages of stored pairs. */
export interface MatchLists {
  /** Best first. @param providerId only the pairs of this provider */
  ofNeed(
    needId: string,
    state: 'suggested' | 'dismissed',
    page: PageQuery,
    providerId: string | null,
  ): Promise<Page<MatchRow>>;
  /** Suggested pairs with needs that take responses, best first. */
  ofPackage(packageId: string, page: PageQuery): Promise<Page<MatchRow>>;
  countOfPackage(packageId: string): Promise<number>;
}

export const createMatchLists = (database: Database): MatchLists => ({
  async ofNeed(needId, state, { limit, cursor }, providerId) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number', 'id']);
    const rows = await select<RawMatch>(
      database,
      `SELECT * FROM need_match WHERE need_id = ? AND state = ?
       ${after ? 'AND (place > ? OR (place = ? AND package_id > ?))' : ''} ${providerId === null ? '' : 'AND provider_id = ?'}
       ORDER BY place, package_id LIMIT ?`,
      [
        needId,
        state,
        ...(after ? [after[0], after[0], after[1]] : []),
        ...(providerId === null ? [] : [providerId]),
        limit + 1,
      ],
    );
    const page = pageFrom(rows, limit, (row) => [row.place, row.package_id]);
    return { ...page, items: page.items.map(matchRowOf) };
  },
  async ofPackage(packageId, { limit, cursor }) {
    const after = cursor === undefined ? null : decodeCursor(cursor, ['number', 'id']);
    const rows = await select<RawMatch>(
      database,
      `SELECT * FROM need_match WHERE package_id = ? AND state = 'suggested' AND need_shown = 1
       ${after ? 'AND (score < ? OR (score = ? AND need_id < ?))' : ''} ORDER BY score DESC, need_id DESC LIMIT ?`,
      [packageId, ...(after ? [after[0], after[0], after[1]] : []), limit + 1],
    );
    const page = pageFrom(rows, limit, (row) => [row.score, row.need_id]);
    return { ...page, items: page.items.map(matchRowOf) };
  },
  async countOfPackage(packageId) {
    const [row] = await select<{ n: string }>(
      database,
      `SELECT COUNT(*) AS n FROM need_match WHERE package_id = ? AND state = 'suggested' AND need_shown = 1`,
      [packageId],
    );
    return Number(row?.n ?? 0);
  },
});
