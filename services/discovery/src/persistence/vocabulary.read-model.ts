import type { TaxonomyState } from '@duijie/contracts';
import { select, type Database } from '@duijie/service-kit';
import { buildVocabulary, type Vocabulary } from '../text/vocabulary';

const newestTitles = 1000;
/** Of communities, and of compounds: a city has some thousands. */
const mostNames = 20_000;

/** Reads what the vocabulary is made of: taxonomy, places of visible documents, the newest titles. */
export async function readVocabulary(database: Database): Promise<Vocabulary> {
  const [taxonomy, tags, small, titles] = await Promise.all([
    select<{ body: string }>(database, `SELECT body FROM taxonomy_copy WHERE name = 'city'`),
    select<{ tag: string }>(
      database,
      `SELECT tag FROM search_tag WHERE tag LIKE 'district:%' GROUP BY tag
       UNION ALL SELECT tag FROM search_tag WHERE tag LIKE 'subdistrict:%' GROUP BY tag`,
    ),
    select<{ tag: string }>(
      database,
      `(SELECT tag FROM search_tag WHERE tag LIKE 'community:%' GROUP BY tag LIMIT ${mostNames})
       UNION ALL (SELECT tag FROM search_tag WHERE tag LIKE 'compound:%' GROUP BY tag LIMIT ${mostNames})`,
    ),
    select<{ title: string }>(
      database,
      `SELECT title FROM search_document WHERE visible = 1 ORDER BY published_at DESC, number DESC LIMIT ${newestTitles}`,
    ),
  ]);
  const values = (prefix: string): string[] =>
    tags.flatMap(({ tag }) => (tag.startsWith(prefix) ? [tag.slice(prefix.length)] : []));
  return buildVocabulary(
    taxonomy[0] ? (JSON.parse(taxonomy[0].body) as TaxonomyState) : null,
    values('district:'),
    values('subdistrict:').map((value) => {
      const [district = '', subdistrict = ''] = value.split('/');
      return { district, subdistrict };
    }),
    titles.map((row) => row.title),
    small.map(({ tag }) => {
      const [district = '', subdistrict = '', community = '', compound = ''] = tag
        .slice(tag.indexOf(':') + 1)
        .split('/');
      return {
        district,
        subdistrict: subdistrict || null,
        community: community || null,
        compound: compound || null,
      };
    }),
  );
}
