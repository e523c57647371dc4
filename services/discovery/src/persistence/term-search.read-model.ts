import type { Database } from '@duijie/service-kit';
import type { Found } from '../found';
import type { Reading } from '../reading';
import type { Wanted } from '../wanted';
import { select } from './sql';

const mostCandidates = 200;
const newest = 1000;
/** Terms are looked up, rarest first, while they stand in so many documents together. */
const mostRows = 30_000;
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

function rarest(terms: Reading['terms']): string[] {
  const taken: string[] = [];
  let rows = 0;
  for (const { term, documents } of terms.toSorted((a, b) => a.documents - b.documents)) {
    if (documents <= 0) continue;
    rows += documents;
    if (taken.length > 0 && rows > mostRows) break;
    taken.push(term);
  }
  return taken;
}

/**
 * Finds without the engine, by the table of terms: what holds most of them comes first. Knows the same filters, no facets.
 */
export const findByTerms =
  (database: Database) =>
  async (wanted: Wanted, reading: Reading): Promise<Found> => {
    const { sql, values } = conditions(wanted);
    const terms = rarest(reading.terms);
    const nothing = wanted.query.q !== '' && terms.length === 0;
    const rows = nothing
      ? []
      : terms.length > 0
        ? await select<{ id: string; hits: string }>(
            database,
            `SELECT d.id, COUNT(*) AS hits FROM search_gram g JOIN search_document d ON d.number = g.number
             WHERE g.gram IN (?) AND ${sql}
             GROUP BY d.number, d.id ORDER BY hits DESC, SUM(g.weight) DESC, d.number DESC LIMIT ${mostCandidates}`,
            [terms, ...values],
          )
        : await select<{ id: string; hits: string }>(
            database,
            `SELECT d.id, 0 AS hits FROM search_document d WHERE ${sql}
             ORDER BY d.published_at DESC, d.number DESC LIMIT ${newest}`,
            values,
          );
    const ids = rows.map((row) => row.id);
    const whole = rows.filter((row) => Number(row.hits) === terms.length).length;
    return { ids, firm: whole, page: null, total: ids.length, facets: null };
  };
