import type { SearchKind } from '@duijie/contracts';
import { select, type Database } from '@duijie/service-kit';
import type { SearchContent } from '../document/search-content';

/** What a search reads. */
export interface DocumentsReadModel {
  /** Contents of those that everybody may find at this moment, in the order of `ids`. */
  contents(ids: readonly string[]): Promise<SearchContent[]>;
  /** Keys of visible documents whose title begins so, in the order of titles. */
  titlesFrom(beginning: string, limit: number): Promise<string[]>;
  /** Keys of visible documents of a kind that are of one of the leaves, those of most of them first, then the newest. */
  ofLeaves(kind: SearchKind, codes: readonly string[], limit: number): Promise<string[]>;
  /** How many visible documents there are, and how many hold each term. */
  frequencies(terms: readonly string[]): Promise<{ documents: number; of: ReadonlyMap<string, number> }>;
}

/** So many keys of a leaf at most are looked at. */
const mostOfLeaf = 1000;

export function createDocumentsReadModel(database: Database): DocumentsReadModel {
  return {
    async contents(ids) {
      if (ids.length === 0) return [];
      const rows = await select<{ id: string; content: string }>(
        database,
        'SELECT id, content FROM search_document WHERE id IN (?) AND visible = 1',
        [ids],
      );
      const byId = new Map(rows.map((row) => [row.id, row.content]));
      return ids.flatMap((id) => {
        const content = byId.get(id);
        return content === undefined ? [] : [JSON.parse(content) as SearchContent];
      });
    },
    async titlesFrom(beginning, limit) {
      const rows = await select<{ id: string }>(
        database,
        `SELECT id FROM search_document WHERE visible = 1 AND title LIKE CONCAT(?, '%') ORDER BY title LIMIT ${limit}`,
        [beginning.replaceAll(/[\\%_]/g, String.raw`\$&`)],
      );
      return rows.map((row) => row.id);
    },
    async ofLeaves(kind, codes, limit) {
      if (codes.length === 0) return [];
      const of = codes
        .map(() => `(SELECT number FROM search_tag WHERE tag = ? ORDER BY number DESC LIMIT ${mostOfLeaf})`)
        .join(' UNION ALL ');
      const rows = await select<{ id: string }>(
        database,
        `SELECT d.id FROM (SELECT number, COUNT(*) AS leaves FROM (${of}) found GROUP BY number) held
         STRAIGHT_JOIN search_document d ON d.number = held.number
         WHERE d.visible = 1 AND d.kind = ? ORDER BY held.leaves DESC, d.number DESC LIMIT ${limit}`,
        [...codes.map((code) => `leaf:${code}`), kind],
      );
      return rows.map((row) => row.id);
    },
    async frequencies(terms) {
      // The number of documents comes under a name that is no term.
      const rows = await select<{ gram: string; documents: string | number }>(
        database,
        `SELECT '' AS gram, value AS documents FROM search_counter WHERE name = 'documents'
         UNION ALL SELECT gram, documents FROM search_gram_stat WHERE gram IN (?)`,
        [terms.length > 0 ? terms : ['']],
      );
      const of = new Map(rows.map((row) => [row.gram, Number(row.documents)]));
      return { documents: of.get('') ?? 0, of };
    },
  };
}
