import type { LotState, Page, PageQuery } from '@duijie/contracts';
import { decodeCursor, pageFrom, select, type Context, type Database } from '@duijie/service-kit';
import type { Lot } from '../../lots/lot';
import { lotOf, type LotRow } from '../../lots/persistence/lot.repository';

/** Which lots: of one poster, of an area (names; null means all of the level above), or of one need. */
export type LotScope =
  | { readonly of: 'poster'; readonly organisationId: string }
  | { readonly of: 'area'; readonly district: string | null; readonly subdistrict: string | null }
  | { readonly of: 'need'; readonly needId: string };

/** A list as it is asked of the database: the index that serves its filter and its order is named. */
export interface LotListSql {
  readonly sql: string;
  readonly values: readonly unknown[];
}

function within(scope: LotScope): { readonly index: string; readonly where: readonly (readonly [string, unknown])[] } {
  if (scope.of === 'need') return { index: 'ix_lot_need', where: [['need_id = ?', scope.needId]] };
  if (scope.of === 'poster') return { index: 'ix_lot_poster', where: [['poster_id = ?', scope.organisationId]] };
  const { district, subdistrict } = scope;
  if (district === null) return { index: '', where: [] };
  if (subdistrict === null) return { index: 'ix_lot_district', where: [['district = ?', district]] };
  return {
    index: 'ix_lot_area',
    where: [
      ['district = ?', district],
      ['subdistrict = ?', subdistrict],
    ],
  };
}

/** Lots of a scope, newest first; those of a need in the order in which they were made. */
export function lotListSql(scope: LotScope, state: LotState | undefined, { cursor, limit }: PageQuery): LotListSql {
  const { index, where } = within(scope);
  const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0];
  const [sign, direction] = scope.of === 'need' ? ['>', 'ASC'] : ['<', 'DESC'];
  const all: readonly (readonly [string, unknown])[] = [
    ...where,
    ...(state === undefined ? [] : [['state = ?', state] as const]),
    ...(after === null ? [] : [[`id ${sign} ?`, after] as const]),
  ];
  const named = state === undefined ? index || 'PRIMARY' : index === '' ? 'ix_lot_state' : `${index}_state`;
  return {
    sql: `SELECT * FROM lot FORCE INDEX (${named}) ${all.length === 0 ? '' : `WHERE ${all.map(([text]) => text).join(' AND ')}`}
      ORDER BY id ${direction} LIMIT ?`,
    values: [...all.map(([, value]) => value), limit + 1],
  };
}

/** Lists of lots. */
export interface LotLists {
  page(ctx: Context, scope: LotScope, state: LotState | undefined, query: PageQuery): Promise<Page<Lot>>;
}

export const createLotLists = (database: Database): LotLists => ({
  async page(ctx, scope, state, query) {
    const { sql, values } = lotListSql(scope, state, query);
    return pageFrom((await select<LotRow>(database, sql, values, ctx)).map(lotOf), query.limit, ({ id }) => [id]);
  },
});
