import type { Client } from '@duijie/api-client';
import { listNeedMatches } from '@duijie/contracts';
import type { IdMap } from '../data-set/load-set';
import type { Ranked } from './ranking';

/** The suggestions that the product shows for every need, in the words of the set. @param needs, packages external id → id */
export async function rankNeeds(client: Client, needs: IdMap, packages: IdMap): Promise<Ranked[]> {
  const externalOf = new Map([...packages].map(([external, internal]) => [internal, external]));
  const ranking: Ranked[] = [];
  for (const [query, needId] of needs) {
    const { items } = await client.call(listNeedMatches, { params: { needId }, query: { limit: 20 } });
    for (const match of items) {
      const item = externalOf.get(match.package.id);
      // The list is in the product's order; equal scores keep it by their place.
      if (item !== undefined) ranking.push({ query, item, score: match.score - match.rank / 1000 });
    }
  }
  return ranking;
}
