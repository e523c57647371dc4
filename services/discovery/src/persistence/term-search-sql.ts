import type { SearchKind } from '@duijie/contracts';
import type { Reading } from '../reading';
import type { Wanted } from '../wanted';

/** A piece of SQL with its values. */
interface Piece {
  readonly sql: string;
  readonly values: readonly unknown[];
}
/** A statement that answers rows of `id` and `hits`: how many of the terms looked for a document holds. */
export interface TermSearchSql extends Piece {
  /** How many terms are looked for: not all of them where that would be much to read. */
  readonly terms: number;
}

/** As far as one can page. */
const furthest = 1000;
/** So many keys at most are read of indexes before conditions that these do not serve are looked at. */
const mostRead = 4000;
/** So many that hold words of the query are compared. */
const mostCandidates = 200;
const kmPerDegree = 111.2;

/** Filters by tag, the ones that narrow most first. */
function tagFilters({ query }: Wanted): string[][] {
  return [
    (query.leaf ?? []).map((leaf) => `leaf:${leaf}`),
    (query.subdistrict ?? []).map((subdistrict) => `subdistrict-name:${subdistrict}`),
    (query.group ?? []).map((group) => `group:${group}`),
    query.district?.length ? [...query.district.map((district) => `district:${district}`), 'city:whole'] : [],
  ].filter((tags) => tags.length > 0);
}

/** Conditions on columns of `search_document d`, besides kind and visibility. */
function columnConditions({ query, near }: Wanted): Piece[] {
  const oneOf = (column: string, given: readonly string[] | undefined): Piece[] =>
    given?.length ? [{ sql: `d.${column} IN (?)`, values: [given] }] : [];
  const conditions = [
    ...oneOf('funding', query.funding),
    ...oneOf('price_model', query.priceModel),
    ...oneOf('urgency', query.urgency),
    ...oneOf('organisation_kind', query.organisationKind),
    ...(query.free === undefined ? [] : [{ sql: 'd.free = ?', values: [query.free ? 1 : 0] }]),
  ];
  if (near?.km == null) return conditions;
  const [north, east] = [near.km / kmPerDegree, near.km / (kmPerDegree * Math.cos((near.lat * Math.PI) / 180))];
  // The circle in degrees, stretched from east to west as meridians narrow.
  const circle = [near.lat, north, near.lng, east];
  const sql = '(d.whole_city = 1 OR POW((d.lat - ?) / ?, 2) + POW((d.lng - ?) / ?, 2) <= 1)';
  return [...conditions, { sql, values: circle }];
}

function allConditions(wanted: Wanted): Piece {
  const conditions: Piece[] = [
    { sql: 'd.visible = 1 AND d.kind IN (?)', values: [wanted.kinds] },
    ...tagFilters(wanted).map((tags) => ({
      sql: 'EXISTS (SELECT 1 FROM search_tag t WHERE t.number = d.number AND t.tag IN (?))',
      values: [tags],
    })),
    ...columnConditions(wanted),
  ];
  return { sql: conditions.map((c) => c.sql).join(' AND '), values: conditions.flatMap((c) => c.values) };
}

/** The order asked for; what has no value for it comes last. */
function order({ query, near }: Wanted): Piece {
  switch (query.sort) {
    case 'price':
      return { sql: 'd.price_fen IS NULL, d.price_fen, d.number', values: [] };
    case 'rating':
      return { sql: 'd.rating DESC, d.number DESC', values: [] };
    case 'distance':
      return {
        sql: 'd.lat IS NULL, POW(d.lat - ?, 2) + POW((d.lng - ?) * ?, 2), d.number',
        values: near === null ? [0, 0, 0] : [near.lat, near.lng, Math.cos((near.lat * Math.PI) / 180)],
      };
    case 'newest':
    case 'relevance':
      return { sql: 'd.published_at DESC, d.number DESC', values: [] };
  }
}

/** Keys of visible documents of a kind, along the index of the order asked for. */
function alongIndex(kind: SearchKind, { query }: Wanted, most: number): Piece[] {
  const walk = (condition: string, by: string): Piece => ({
    sql: `(SELECT number FROM search_document WHERE kind = ? AND visible = 1${condition} ORDER BY ${by} LIMIT ${most})`,
    values: [kind],
  });
  switch (query.sort) {
    case 'price':
      return [walk(' AND price_fen IS NOT NULL', 'price_fen, number'), walk(' AND price_fen IS NULL', 'number')];
    case 'rating':
      return [walk('', 'rating DESC, number DESC')];
    case 'newest':
    case 'relevance':
    case 'distance':
      return [walk('', 'published_at DESC, number DESC')];
  }
}

/** Keys of what the filters may leave, without words. */
function withoutWords(wanted: Wanted): Piece[] {
  const [tags] = tagFilters(wanted);
  if (tags)
    return tags.map((tag) => ({
      sql: `(SELECT number FROM search_tag WHERE tag = ? ORDER BY number DESC LIMIT ${Math.ceil(mostRead / tags.length)})`,
      values: [tag],
    }));
  const served = columnConditions(wanted).length === 0 && wanted.query.sort !== 'distance';
  return wanted.kinds.flatMap((kind) => alongIndex(kind, wanted, served ? furthest : mostRead));
}

/** Rows of the terms, of the rarest first, the newest documents of each. */
function termRows(terms: Reading['terms']): Piece[] {
  const rows: Piece[] = [];
  let left = mostRead;
  for (const { term, documents } of terms.toSorted((a, b) => a.documents - b.documents)) {
    if (documents <= 0) continue;
    if (left <= 0) break;
    rows.push({
      sql: `(SELECT number, weight FROM search_gram WHERE gram = ? ORDER BY number DESC LIMIT ${left})`,
      values: [term],
    });
    left -= documents;
  }
  return rows;
}

const union = (parts: readonly Piece[], word: 'UNION' | 'UNION ALL'): Piece => ({
  sql: parts.map((part) => part.sql).join(` ${word} `),
  values: parts.flatMap((part) => part.values),
});

/**
 * Finds by our own tables in bounded work: keys come of indexes, contents are not touched. `STRAIGHT_JOIN` keeps the
 * server from beginning with the documents.
 * @returns null when no document holds any of the words
 */
export function termSearchSql(wanted: Wanted, reading: Reading): TermSearchSql | null {
  const conditions = allConditions(wanted);
  const by = order(wanted);
  if (wanted.query.q === '') {
    const keys = union(withoutWords(wanted), 'UNION');
    return {
      sql: `SELECT d.id, 0 AS hits FROM (${keys.sql}) held STRAIGHT_JOIN search_document d ON d.number = held.number
            WHERE ${conditions.sql} ORDER BY ${by.sql} LIMIT ${furthest}`,
      values: [...keys.values, ...conditions.values, ...by.values],
      terms: 0,
    };
  }
  const rows = termRows(reading.terms);
  if (rows.length === 0) return null;
  const found = union(rows, 'UNION ALL');
  const best = `SELECT d.number, d.id, held.hits, held.weight FROM (
      SELECT number, COUNT(*) AS hits, SUM(weight) AS weight FROM (${found.sql}) found GROUP BY number) held
    STRAIGHT_JOIN search_document d ON d.number = held.number
    WHERE ${conditions.sql} ORDER BY held.hits DESC, held.weight DESC, d.number DESC LIMIT ${mostCandidates}`;
  const values = [...found.values, ...conditions.values];
  if (wanted.query.sort === 'relevance') return { sql: best, values, terms: rows.length };
  return {
    sql: `SELECT d.id, best.hits FROM (${best}) best STRAIGHT_JOIN search_document d ON d.number = best.number ORDER BY ${by.sql}`,
    values: [...values, ...by.values],
    terms: rows.length,
  };
}
