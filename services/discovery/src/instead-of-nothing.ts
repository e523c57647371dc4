import type { SearchAnswer, SearchQuery } from '@duijie/contracts';
import type { Found } from './found';
import type { Reading } from './reading';
import { nearestLeaves } from './text/nearest-leaves';
import type { Vocabulary } from './text/vocabulary';
import { wantedOf, type Wanted } from './wanted';

const filterNames = [
  'district',
  'subdistrict',
  'leaf',
  'group',
  'funding',
  'priceModel',
  'urgency',
  'organisationKind',
  'free',
  'km',
] as const satisfies readonly (keyof SearchQuery)[];

/** The same search with its words and kinds only, or null when it has no other conditions. */
function withoutFilters(query: SearchQuery): SearchQuery | null {
  if (filterNames.every((name) => query[name] === undefined)) return null;
  const { q, kind, without } = query;
  return { q, kind, without, sort: 'relevance', limit: 1, offset: 0 };
}

/** What can be said where nothing was found: how many there are without the filters, and which services are near. */
export const insteadOfNothing =
  (deps: { vocabulary: () => Promise<Vocabulary>; find: (wanted: Wanted, reading: Reading) => Promise<Found> }) =>
  async (query: SearchQuery, reading: Reading): Promise<NonNullable<SearchAnswer['instead']>> => {
    const wider = withoutFilters(query);
    const vocabulary = await deps.vocabulary();
    const meant = reading.leaves.map(({ code, zh, en }) => ({ code, zh, en }));
    const found = wider === null ? null : await deps.find(wantedOf(wider), reading);
    return {
      withoutFilters: (reading.terms.length === 0 ? found?.total : found?.firm) ?? 0,
      leaves: meant.length > 0 ? meant : nearestLeaves(reading.text, vocabulary),
    };
  };
