import type { ResponseState } from '@duijie/contracts';
import { select, type Context, type Database } from '@duijie/service-kit';
import type { Lot } from '../../lots/lot';
import { lotOf, type LotRow } from '../../lots/persistence/lot.repository';
import type { Standing } from '../response';

/** Ids of responses for lists, and the lots that they belong to. A page is cut by its caller. */
export interface ResponseLists {
  /** Of one organisation, as leader, member or invited, without those that it declined to join; newest first. */
  own(
    ctx: Context,
    organisationId: string,
    filter: { readonly standing: Standing | undefined; readonly state: ResponseState | undefined },
    before: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** Of one organisation to one lot, oldest first. */
  ownOfLot(
    ctx: Context,
    organisationId: string,
    lotId: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** Those that others may know of, oldest first. */
  disclosedOfLot(ctx: Context, lotId: string, after: string | undefined, limit: number): Promise<readonly string[]>;
  /** Those whose flag waits for a broker, oldest first. */
  flagged(ctx: Context, after: string | undefined, limit: number): Promise<readonly string[]>;
  lots(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Lot>>;
}

export function createResponseLists(database: Database): ResponseLists {
  const ids = async (ctx: Context, sql: string, values: readonly unknown[]): Promise<string[]> =>
    (await select<{ id: string }>(database, sql, values, ctx)).map(({ id }) => id);
  const ifGiven = (condition: string, value: string | undefined): string => (value === undefined ? '' : condition);
  const given = (...values: readonly (string | undefined)[]): string[] =>
    values.filter((value): value is string => value !== undefined);
  return {
    own: (ctx, organisationId, { standing, state }, before, limit) =>
      ids(
        ctx,
        `SELECT response_id AS id FROM response_party WHERE organisation_id = ?
         ${standing === undefined ? "AND standing <> 'declined'" : 'AND standing = ?'}
         ${ifGiven('AND state = ?', state)} ${ifGiven('AND response_id < ?', before)} ORDER BY response_id DESC LIMIT ?`,
        [organisationId, ...given(standing, state, before), limit],
      ),
    ownOfLot: (ctx, organisationId, lotId, after, limit) =>
      ids(
        ctx,
        `SELECT response_id AS id FROM response_party WHERE organisation_id = ? AND lot_id = ? AND standing <> 'declined'
         ${ifGiven('AND response_id > ?', after)} ORDER BY response_id LIMIT ?`,
        [organisationId, lotId, ...given(after), limit],
      ),
    disclosedOfLot: (ctx, lotId, after, limit) =>
      ids(
        ctx,
        `SELECT id FROM response WHERE lot_id = ? AND disclosed = 1 ${ifGiven('AND id > ?', after)} ORDER BY id LIMIT ?`,
        [lotId, ...given(after), limit],
      ),
    flagged: (ctx, after, limit) =>
      ids(ctx, `SELECT id FROM response WHERE waits = 1 ${ifGiven('AND id > ?', after)} ORDER BY id LIMIT ?`, [
        ...given(after),
        limit,
      ]),
    async lots(ctx, lotIds) {
      if (lotIds.length === 0) return new Map();
      const rows = await select<LotRow>(database, 'SELECT * FROM lot WHERE id IN (?)', [[...new Set(lotIds)]], ctx);
      return new Map(rows.map((row) => [row.id, lotOf(row)]));
    },
  };
}
