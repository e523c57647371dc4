import type { Database } from '@duijie/service-kit';
import type { Found } from '../found';
import type { Reading } from '../reading';
import type { Wanted } from '../wanted';
import { select } from './sql';

const mostCandidates = 200;
const newest = 1000;
/** So many rows of the table of terms are read, of the rarest terms first, the newest documents of each. */
const mostRows = 4000;
const kmPerDegree = 111.2;

/** Conditions on `search_document d`, with their values. */
function conditions({ kinds, query, near }: Wanted): { readonly sql: string; readonly values: readonly unknown[] } {
  const parts: string[] = ['d.visible = 1', 'd.kind IN (?)'];
  const values: unknown[] = [kinds];
  const add = (sql: string, ...own: unknown[]): void => {
    parts.push(sql);
    values.push(...own);
  };
  const given = (list: readonly string[] | undefined): list is readonly string[] => (list?.length ?? 0) > 0;
  const tagged = 'EXISTS (SELECT 1 FROM search_tag t WHERE t.number = d.number AND t.tag IN (?))';
  if (given(query.district))
    add(
      `(d.whole_city = 1 OR ${tagged})`,
      query.district.map((district) => `district:${district}`),
    );
  if (given(query.subdistrict))
    add(
      `EXISTS (SELECT 1 FROM search_tag t WHERE t.number = d.number AND t.tag LIKE 'subdistrict:%' AND SUBSTRING_INDEX(t.tag, '/', -1) IN (?))`,
      query.subdistrict,
    );
  if (given(query.leaf))
    add(
      tagged,
      query.leaf.map((leaf) => `leaf:${leaf}`),
    );
  if (given(query.group))
    add(
      tagged,
      query.group.map((group) => `group:${group}`),
    );
  if (given(query.funding)) add('d.funding IN (?)', query.funding);
  if (given(query.priceModel)) add('d.price_model IN (?)', query.priceModel);
  if (given(query.urgency)) add('d.urgency IN (?)', query.urgency);
  if (given(query.organisationKind)) add('d.organisation_kind IN (?)', query.organisationKind);
  if (query.free !== undefined) add('d.free = ?', query.free ? 1 : 0);
  if (near !== null && near.km !== null) {
    const [north, east] = [near.km / kmPerDegree, near.km / (kmPerDegree * Math.cos((near.lat * Math.PI) / 180))];
    add(
      '(d.whole_city = 1 OR (d.lat BETWEEN ? AND ? AND d.lng BETWEEN ? AND ?))',
      near.lat - north,
      near.lat + north,
      near.lng - east,
      near.lng + east,
    );
  }
  return { sql: parts.join(' AND '), values };
}

/** The rarest terms, each with how many of its rows are read. */
function rarest(terms: Reading['terms']): { readonly term: string; readonly rows: number }[] {
  const taken: { term: string; rows: number }[] = [];
  let left = mostRows;
  for (const { term, documents } of terms.toSorted((a, b) => a.documents - b.documents)) {
    if (documents <= 0) continue;
    if (left <= 0) break;
    taken.push({ term, rows: left });
    left -= documents;
  }
  return taken;
}

interface Row {
  readonly id: string;
  /** How many of the terms it holds, among the rows read. */
  readonly hits: string;
}

/**
 * Finds without the engine, by the table of terms: what holds most of them comes first. Knows the same filters, no facets.
 */
export const findByTerms =
  (database: Database) =>
  async (wanted: Wanted, reading: Reading): Promise<Found> => {
    const { sql, values } = conditions(wanted);
    const terms = rarest(reading.terms);
    const newestFirst = (): Promise<Row[]> =>
      select<Row>(
        database,
        `SELECT d.id, 0 AS hits FROM search_document d WHERE ${sql}
         ORDER BY d.published_at DESC, d.number DESC LIMIT ${newest}`,
        values,
      );
    const byTerms = (): Promise<Row[]> => {
      const rows = terms.map(
        (term) => `(SELECT number, weight FROM search_gram WHERE gram = ? ORDER BY number DESC LIMIT ${term.rows})`,
      );
      return select<Row>(
        database,
        `SELECT d.id, held.hits FROM (
           SELECT number, COUNT(*) AS hits, SUM(weight) AS weight FROM (${rows.join(' UNION ALL ')}) found GROUP BY number) held
         JOIN search_document d ON d.number = held.number
         WHERE ${sql} ORDER BY held.hits DESC, held.weight DESC, d.number DESC LIMIT ${mostCandidates}`,
        [...terms.map(({ term }) => term), ...values],
      );
    };
    const rows = wanted.query.q === '' ? await newestFirst() : terms.length === 0 ? [] : await byTerms();
    return {
      ids: rows.map((row) => row.id),
      firm: rows.filter((row) => Number(row.hits) === terms.length).length,
      page: null,
      total: rows.length,
      facets: null,
    };
  };
