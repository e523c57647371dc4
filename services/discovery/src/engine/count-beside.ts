import { searchKinds, type SearchQuery } from '@duijie/contracts';
import type { Reading } from '../reading';
import type { Wanted } from '../wanted';
import { engineFilter } from './engine-filter';
import { indexName } from './index-name';
import type { SearchEngine } from './search-engine';

/** Filters that are choices of one list: what else could be chosen is worth counting. */
const choices = [
  'kind',
  'district',
  'group',
  'leaf',
  'funding',
  'priceModel',
  'urgency',
  'organisationKind',
] as const satisfies readonly (keyof SearchQuery)[];
type Counts = Readonly<Record<string, number>>;

/**
 * Counts the values of each filter that is set as if it were not, so that one sees what choosing another would bring.
 * @returns counts by filter; none for a filter whose question failed
 */
export async function countBeside(
  engine: SearchEngine,
  namespace: string,
  wanted: Wanted,
  reading: Reading,
  signal: AbortSignal,
): Promise<Readonly<Record<string, Counts>>> {
  const set = choices.filter((name) => (wanted.query[name] ?? []).length > 0);
  const counted = await Promise.all(
    set.map(async (name): Promise<[string, Counts | undefined]> => {
      const kinds = name === 'kind' ? searchKinds : wanted.kinds;
      const filter = engineFilter({ ...wanted, kinds, query: { ...wanted.query, [name]: undefined } });
      const answer = await engine
        .search(
          {
            indexes: kinds.map((kind) => indexName(namespace, kind)),
            queries: [{ q: reading.words, strategy: 'all', filter, weight: 1 }],
            sort: [],
            offset: 0,
            limit: 1,
            facets: [name],
          },
          signal,
        )
        .catch(() => null);
      return [name, answer?.facets[name]];
    }),
  );
  return Object.fromEntries(counted.filter((one): one is [string, Counts] => one[1] !== undefined));
}
