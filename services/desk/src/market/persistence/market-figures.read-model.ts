import type { MarketBy, Page } from '@duijie/contracts';
import { decodeCursor, pageFrom, select, type Context, type Database } from '@duijie/service-kit';
import type { MarketScope } from './market.entity';

/** What is asked for, with its period. */
export interface MarketAsked {
  readonly by: MarketBy;
  readonly from: string;
  readonly to: string;
  readonly district?: string | undefined;
  readonly category?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}
export interface MarketStatement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

export interface NeedsRow {
  readonly k: string;
  readonly needs: string;
  readonly open: string;
  readonly deciding: string;
  readonly under_way: string;
  readonly completed: string;
  readonly failed: string;
  readonly closed: string;
  readonly without_package: string;
}
export interface SpreadRow {
  readonly k: string;
  readonly n: string;
  readonly lower_hours: number;
  readonly median_hours: number;
  readonly upper_hours: number;
}
export interface SharesRow {
  readonly k: string;
  readonly agreements: string;
  readonly providers: string;
  readonly hhi: number;
  readonly top_three: string;
  readonly paid_providers: string;
  readonly paid_fen: string | null;
  readonly paid_hhi: number | null;
  readonly paid_top_three: string | null;
}
/** Columns with the hours from publication. */
export type HoursColumn = 'match_hours' | 'decision_hours' | 'acceptance_hours';

/** Only districts are told by what is no ASCII. */
const afterOf = ({ by, cursor }: Pick<MarketAsked, 'by' | 'cursor'>): string =>
  cursor === undefined ? '' : decodeCursor(cursor, [by === 'district' ? 'text' : 'code'])[0];

/** The lines that are asked for, and what they are told apart by. */
function linesAsked({ by, from, to, district, category }: Omit<MarketAsked, 'limit' | 'cursor'>) {
  const scope: MarketScope = by === 'leaf' ? 'leaf' : by === 'category' || category !== undefined ? 'group' : 'need';
  const where = ['scope = ?', 'published_on BETWEEN ? AND ?'];
  const values: unknown[] = [scope, from, to];
  if (category !== undefined) {
    where.push(scope === 'leaf' ? `value LIKE CONCAT(?, '.%')` : 'value = ?');
    values.push(category);
  }
  if (district !== undefined) {
    where.push('district = ?');
    values.push(district);
  }
  const key = { all: 'scope', month: 'LEFT(published_on, 7)', district: 'district', category: 'value', leaf: 'value' }[
    by
  ];
  return { key, values, from: `market_line FORCE INDEX (ix_market_line_period) WHERE ${where.join(' AND ')}` };
}

/** Needs by how far they are. */
export function needsSql(asked: MarketAsked): MarketStatement {
  const { key, values, from } = linesAsked(asked);
  const count = (states: string, name: string) => `SUM(state IN (${states})) AS ${name}`;
  return {
    sql: `SELECT ${key} AS k, COUNT(*) AS needs, ${count(`'published', 'responding'`, 'open')},
        ${count(`'deciding'`, 'deciding')}, ${count(`'awarded', 'in_delivery'`, 'under_way')},
        ${count(`'completed'`, 'completed')}, ${count(`'failed'`, 'failed')},
        ${count(`'withdrawn', 'duplicate_of', 'referred_to'`, 'closed')}, SUM(COALESCE(supplied = 0, 0)) AS without_package
      FROM ${from} AND ${key} > ? GROUP BY k ORDER BY k LIMIT ?`,
    values: [...values, afterOf(asked), asked.limit + 1],
  };
}

/**
 * Quartiles by nearest rank of what `hours` holds, for the keys from `first` to `last`.
 * @param atLeast groups of fewer are left out
 */
export function spreadSql(
  asked: MarketAsked,
  hours: HoursColumn,
  [first, last]: readonly [string, string],
  atLeast: number,
): MarketStatement {
  const { key, values, from } = linesAsked(asked);
  const at = (share: string, name: string) => `MAX(CASE WHEN place = CEIL(n * ${share}) THEN h END) AS ${name}_hours`;
  return {
    sql: `SELECT k, n, ${at('0.25', 'lower')}, ${at('0.5', 'median')}, ${at('0.75', 'upper')}
      FROM (SELECT ${key} AS k, ${hours} AS h, COUNT(*) OVER (PARTITION BY ${key}) AS n,
          ROW_NUMBER() OVER (PARTITION BY ${key} ORDER BY ${hours}) AS place
        FROM ${from} AND ${hours} IS NOT NULL AND ${key} BETWEEN ? AND ?) ranked
      WHERE n >= ? GROUP BY k, n`,
    values: [...values, first, last, atLeast],
  };
}

/** How agreements and amounts are spread over providers, none of whom is told. */
export function sharesSql({ by, from, to, district, category, limit, cursor }: MarketAsked): MarketStatement {
  const key = { all: `'all'`, month: 'LEFT(signed_on, 7)', district: 'district', category: 'category', leaf: 'leaf' }[
    by
  ];
  const where = ['signed_on BETWEEN ? AND ?'];
  const values: unknown[] = [from, to];
  if (category !== undefined) {
    where.push('category = ?');
    values.push(category);
  }
  if (district !== undefined) {
    where.push('district = ?');
    values.push(district);
  }
  return {
    sql: `SELECT k, SUM(n) AS agreements, COUNT(*) AS providers, SUM(POW(n / total, 2)) AS hhi,
        SUM(CASE WHEN place <= 3 THEN n ELSE 0 END) / MAX(total) AS top_three,
        SUM(paid > 0) AS paid_providers, MAX(all_paid) AS paid_fen, SUM(POW(paid / NULLIF(all_paid, 0), 2)) AS paid_hhi,
        SUM(CASE WHEN paid_place <= 3 THEN paid ELSE 0 END) / NULLIF(MAX(all_paid), 0) AS paid_top_three
      FROM (SELECT k, n, paid, SUM(n) OVER (PARTITION BY k) AS total, SUM(paid) OVER (PARTITION BY k) AS all_paid,
          ROW_NUMBER() OVER (PARTITION BY k ORDER BY n DESC, organisation_id) AS place,
          ROW_NUMBER() OVER (PARTITION BY k ORDER BY paid DESC, organisation_id) AS paid_place
        FROM (SELECT ${key} AS k, organisation_id, COUNT(DISTINCT agreement_id) AS n, COALESCE(SUM(amount_fen), 0) AS paid
          FROM market_part FORCE INDEX (ix_market_part_period) WHERE ${where.join(' AND ')} AND ${key} > ?
          GROUP BY k, organisation_id) held) placed
      GROUP BY k ORDER BY k LIMIT ?`,
    values: [...values, afterOf({ by, cursor }), limit + 1],
  };
}

export type MarketFigures = ReturnType<typeof createMarketFigures>;

/** Figures of the market. */
export function createMarketFigures(database: Database) {
  async function page<Row extends { readonly k: string }>(
    ctx: Context,
    { sql, values }: MarketStatement,
    limit: number,
  ): Promise<Page<Row>> {
    return pageFrom(await select<Row>(database, sql, values, ctx), limit, ({ k }) => [k]);
  }
  return {
    needs: (ctx: Context, asked: MarketAsked) => page<NeedsRow>(ctx, needsSql(asked), asked.limit),
    shares: (ctx: Context, asked: MarketAsked) => page<SharesRow>(ctx, sharesSql(asked), asked.limit),
    /** @returns by key, of the keys between two */
    async spread(
      ctx: Context,
      asked: MarketAsked,
      hours: HoursColumn,
      keys: readonly [string, string],
      atLeast: number,
    ): Promise<ReadonlyMap<string, SpreadRow>> {
      const { sql, values } = spreadSql(asked, hours, keys, atLeast);
      const rows = await select<SpreadRow>(database, sql, values, ctx);
      return new Map(rows.map((row) => [row.k, row]));
    },
    /** Words of groups or leaves, by code. */
    async words(ctx: Context, codes: readonly string[]): Promise<ReadonlyMap<string, { zh: string; en: string }>> {
      if (codes.length === 0) return new Map();
      const rows = await select<{ code: string; zh: string; en: string }>(
        database,
        'SELECT code, zh, en FROM market_word WHERE code IN (?)',
        [codes],
        ctx,
      );
      return new Map(rows.map(({ code, zh, en }) => [code, { zh, en }]));
    },
  };
}
