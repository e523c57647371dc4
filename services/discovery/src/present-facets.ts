import { facetNames, type SearchFacets } from '@duijie/contracts';
import type { Found } from './found';

/** Counts as the contract lists them: most frequent first, equal ones by value; every facet stands, if empty. */
export function presentFacets(counts: NonNullable<Found['facets']>): SearchFacets {
  const entries = facetNames.map((name) => [
    name,
    Object.entries(counts[name] ?? {})
      .filter(([, count]) => count > 0)
      .map(([value, count]) => ({ value, count }))
      .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  ]);
  return Object.fromEntries(entries) as SearchFacets;
}
