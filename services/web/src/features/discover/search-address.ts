import {
  funding,
  organisationKind,
  priceModel,
  type savedQuery,
  searchKind,
  searchSorts,
  understandingType,
  urgency,
  type SavedQuery,
  type SearchKind,
} from '@duijie/contracts';
import { z } from 'zod';

/** Filters that are lists of values, by the name they have in the address and in the query. */
export const listFilters = [
  'district',
  'group',
  'leaf',
  'funding',
  'priceModel',
  'urgency',
  'organisationKind',
] as const;
export type ListFilter = (typeof listFilters)[number];

const kept = <T extends z.ZodType>(item: T) =>
  z.array(z.unknown()).transform((values) =>
    values.flatMap((value) => {
      const read = item.safeParse(value);
      return read.success ? [read.data] : [];
    }),
  );
const address = z.object({
  q: z.string().max(200).catch(''),
  kind: searchKind.nullable().catch(null),
  sort: z.enum(searchSorts).catch('relevance'),
  free: z.enum(['true', 'false']).nullable().catch(null),
  without: kept(understandingType),
  district: kept(z.string().min(1).max(30)),
  group: kept(z.string().regex(/^[a-z]{1,40}$/)),
  leaf: kept(z.string().regex(/^[a-z]+\.[a-z0-9-]+$/)),
  funding: kept(funding),
  priceModel: kept(priceModel),
  urgency: kept(urgency),
  organisationKind: kept(organisationKind),
});
/** What is searched for, as the address keeps it. */
export type Search = z.output<typeof address>;

/** Reads the address; what it does not understand is left out. */
export const readAddress = (params: URLSearchParams): Search =>
  address.parse({
    q: params.get('q') ?? '',
    kind: params.get('kind'),
    sort: params.get('sort') ?? 'relevance',
    free: params.get('free'),
    without: params.getAll('without'),
    ...Object.fromEntries(listFilters.map((name) => [name, params.getAll(name)])),
  });

/** Writes the address; what is as it is by itself is left out. */
export function writeAddress(search: Search): URLSearchParams {
  const params = new URLSearchParams();
  if (search.q) params.set('q', search.q);
  if (search.kind) params.set('kind', search.kind);
  if (search.sort !== 'relevance') params.set('sort', search.sort);
  if (search.free) params.set('free', search.free);
  for (const name of [...listFilters, 'without'] as const) for (const value of search[name]) params.append(name, value);
  return params;
}

/** Where distances are counted from. */
export interface Near {
  /** Name of a district: its centre is known to a few kilometres. */
  readonly district: string;
  readonly lng: number;
  readonly lat: number;
}

/** The query of the search route. @param near without it nothing is ordered by distance, and words like 附近 say nothing */
export const queryOf = (search: Search, near: Near | null) => ({
  q: search.q,
  ...(near ? { lng: near.lng, lat: near.lat } : {}),
  ...(search.sort === 'distance' && !near ? {} : { sort: search.sort }),
  ...(search.kind ? { kind: [search.kind] satisfies SearchKind[] } : {}),
  ...(search.free ? { free: search.free } : {}),
  ...Object.fromEntries(
    ([...listFilters, 'without'] as const).flatMap((name) => (search[name].length > 0 ? [[name, search[name]]] : [])),
  ),
});

/** The same as it is saved. */
export const savedOf = ({ kind, free, ...search }: Search): z.input<typeof savedQuery> => ({
  ...search,
  kind: kind ? [kind] : [],
  free: free === null ? null : free === 'true',
});
/** What was saved, to be searched for again. */
export const searchOf = ({ kind, free, subdistrict: _subdistrict, ...search }: SavedQuery): Search => ({
  ...search,
  kind: kind[0] ?? null,
  free: free === null ? null : free ? 'true' : 'false',
});

/** How many filters are set, words and kind left out. */
export const filterCount = (search: Search): number =>
  listFilters.reduce((sum, name) => sum + search[name].length, 0) + (search.free ? 1 : 0);

/** Every filter off; words, kind and order stay. */
export const noFilters: Pick<Search, ListFilter | 'free'> = {
  district: [],
  group: [],
  leaf: [],
  funding: [],
  priceModel: [],
  urgency: [],
  organisationKind: [],
  free: null,
};
