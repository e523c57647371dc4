import { select, type Database } from '@duijie/service-kit';
import type { Found } from '../found';
import type { Reading } from '../reading';
import type { Wanted } from '../wanted';
import { termSearchSql } from './term-search-sql';

/**
 * Finds without the engine, by our own tables: for words, what holds most of them, to be ranked; else one page in the order
 * asked for. Knows the same filters, no facets.
 */
export const findByTerms =
  (database: Database) =>
  async (wanted: Wanted, reading: Reading): Promise<Found> => {
    const { q, sort, offset, limit } = wanted.query;
    const statement = termSearchSql(wanted, reading);
    const rows =
      statement === null
        ? []
        : await select<{ id: string; hits: string | number }>(database, statement.sql, statement.values);
    const ids = rows.map((row) => row.id);
    const ranked = q !== '' && sort === 'relevance';
    const firm = ranked ? rows.filter((row) => Number(row.hits) === statement?.terms).length : 0;
    return {
      ids: ranked ? ids : ids.slice(offset, offset + limit),
      firm,
      ranked: ranked ? ids.length : 0,
      page: ranked ? null : offset,
      total: ranked ? firm : rows.length,
      facets: null,
    };
  };
