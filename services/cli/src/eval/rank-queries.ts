import type { Client } from '@duijie/api-client';
import { search } from '@duijie/contracts';
import type { SetQuery } from '../data-set/data-set';
import type { IdMap } from '../data-set/load-set';
import type { Ranked } from './ranking';

/** What the search route finds for every query of the set, by its kind. */
export async function rankQueries(
  client: Client,
  queries: readonly SetQuery[],
  ids: Readonly<Record<SetQuery['kind'], IdMap>>,
): Promise<Ranked[]> {
  const externalOf = new Map([...ids.need, ...ids.package].map(([external, internal]) => [internal, external]));
  const ranking: Ranked[] = [];
  for (const { id, text, kind } of queries) {
    const { items } = await client.call(search, { query: { q: text, kind: [kind], limit: 20 } });
    items.forEach((hit, place) => {
      const item = externalOf.get(hit.id);
      if (item !== undefined) ranking.push({ query: id, item, score: -place });
    });
  }
  return ranking;
}
