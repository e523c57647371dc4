import type { listNeeds, listOwnNeeds, listScreeningNeeds, Page, PageQuery } from '@duijie/contracts';
import { decodeCursor, pageFrom, select, type Database } from '@duijie/service-kit';
import type { z } from 'zod';
import type { Need } from '../need';
import { listColumns, needOf, type NeedRow } from './need-row';

type Query<R extends { readonly query: z.ZodType }> = z.output<R['query']>;

/** A list as it is asked of the database: the index that serves its filter and its order is named, so that no plan drifts. */
export interface ListSql {
  readonly sql: string;
  readonly values: readonly unknown[];
}
interface Part {
  readonly where: string;
  readonly values: readonly unknown[];
}

const part = (where: string, ...values: readonly unknown[]): Part => ({ where, values });
const given = <T>(value: T | undefined, make: (value: T) => Part): Part[] => (value === undefined ? [] : [make(value)]);

function listSql(
  from: string,
  parts: readonly Part[],
  [at, id]: readonly [string, string],
  direction: 'ASC' | 'DESC',
  { limit, cursor }: PageQuery,
): ListSql {
  const after = cursor === undefined ? null : decodeCursor(cursor, ['instant', 'id']);
  const sign = direction === 'ASC' ? '>' : '<';
  const beyond = after
    ? [part(`(${at} ${sign} ? OR (${at} = ? AND ${id} ${sign} ?))`, after[0], after[0], after[1])]
    : [];
  const all = [...parts, ...beyond];
  return {
    sql: `SELECT ${listColumns} FROM ${from} WHERE ${all.map((p) => p.where).join(' AND ')} ORDER BY ${at} ${direction}, ${id} ${direction} LIMIT ?`,
    values: [...all.flatMap((p) => p.values), limit + 1],
  };
}

/** Published needs, newest first. */
export function publicListSql(query: Query<typeof listNeeds>): ListSql {
  const { leaf, district, funding, urgency, state, organisationId } = query;
  const inState =
    state === undefined
      ? part(`n.listing = 'open'`)
      : part(`n.state = ? AND n.published_at IS NOT NULL AND n.listing <> 'hidden'`, state);
  const common = [
    inState,
    ...given(funding, (value) => part('n.funding = ?', value)),
    ...given(urgency, (value) => part('n.urgency = ?', value)),
  ];
  const own = given(organisationId, (value) => part('n.organisation_id = ?', value));
  if (leaf !== undefined) {
    const open = state === undefined || state === 'published' || state === 'responding';
    const index = district === undefined ? 'ix_need_leaf_leaf' : 'ix_need_leaf_district';
    return listSql(
      `need_leaf l FORCE INDEX (${index}) STRAIGHT_JOIN need n ON n.id = l.need_id`,
      [
        part('l.listing = ? AND l.leaf = ?', open ? 'open' : 'past', leaf),
        ...given(district, (value) => part('l.district = ?', value)),
        ...common,
        ...own,
      ],
      ['l.published_at', 'l.need_id'],
      'DESC',
      query,
    );
  }
  const index =
    organisationId !== undefined
      ? 'ix_need_poster'
      : state !== undefined
        ? 'ix_need_state'
        : district !== undefined
          ? 'ix_need_listing_district'
          : funding !== undefined
            ? 'ix_need_listing_funding'
            : urgency !== undefined
              ? 'ix_need_listing_urgency'
              : 'ix_need_listing';
  return listSql(
    `need n FORCE INDEX (${index})`,
    [...own, ...common, ...given(district, (value) => part('n.district = ?', value))],
    ['n.published_at', 'n.id'],
    'DESC',
    query,
  );
}

export function screeningListSql(
  query: Query<typeof listScreeningNeeds>,
  area: { readonly district: string | null; readonly subdistrict: string | null },
): ListSql {
  const district = area.district ?? query.district;
  const index =
    district === undefined
      ? 'ix_need_screening'
      : area.subdistrict === null
        ? 'ix_need_screening_district'
        : 'ix_need_screening_area';
  return listSql(
    `need n FORCE INDEX (${index})`,
    [
      part('n.screening = ?', query.queue),
      ...given(district, (value) => part('n.district = ?', value)),
      ...(area.subdistrict === null ? [] : [part('n.subdistrict = ?', area.subdistrict)]),
    ],
    ['n.submitted_at', 'n.id'],
    'ASC',
    query,
  );
}

export function ownListSql(query: Query<typeof listOwnNeeds>, organisationId: string): ListSql {
  const { state, cursor, limit } = query;
  const after = cursor === undefined ? null : decodeCursor(cursor, ['id'])[0];
  return {
    sql: `SELECT ${listColumns} FROM need n FORCE INDEX (${state === undefined ? 'ix_need_own' : 'ix_need_own_state'})
      WHERE n.organisation_id = ? ${state === undefined ? '' : 'AND n.state = ?'} ${after ? 'AND n.id < ?' : ''}
      ORDER BY n.id DESC LIMIT ?`,
    values: [organisationId, ...(state === undefined ? [] : [state]), ...(after === null ? [] : [after]), limit + 1],
  };
}

/** Lists of needs. */
export interface NeedLists {
  public(query: Query<typeof listNeeds>): Promise<Page<Need>>;
  screening(query: Query<typeof listScreeningNeeds>, area: Parameters<typeof screeningListSql>[1]): Promise<Page<Need>>;
  own(query: Query<typeof listOwnNeeds>, organisationId: string): Promise<Page<Need>>;
}

export function createNeedLists(database: Database): NeedLists {
  const page = async (
    { sql, values }: ListSql,
    limit: number,
    key: (need: Need) => readonly (string | number)[],
  ): Promise<Page<Need>> => pageFrom((await select<NeedRow>(database, sql, values)).map(needOf), limit, key);
  const published = (need: Need) => [need.publishedAt?.getTime() ?? 0, need.id];
  return {
    public: (query) => page(publicListSql(query), query.limit, published),
    screening: (query, area) =>
      page(screeningListSql(query, area), query.limit, (need) => [need.submittedAt?.getTime() ?? 0, need.id]),
    own: (query, organisationId) => page(ownListSql(query, organisationId), query.limit, (need) => [need.id]),
  };
}
