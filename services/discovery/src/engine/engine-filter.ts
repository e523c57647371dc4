import type { SearchQuery } from '@duijie/contracts';
import type { Wanted } from '../wanted';

/** A value as the filter grammar reads it, whatever it holds. */
const quoted = (value: string): string => `"${value.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`;
const oneOf = (attribute: string, values: readonly string[] | undefined): string[] =>
  values === undefined || values.length === 0 ? [] : [`${attribute} IN [${values.map(quoted).join(', ')}]`];

/** Lies or serves there: what serves the whole city serves each district. */
export const inDistricts = (districts: readonly string[]): string[] =>
  oneOf('district', districts).map((condition) => `(${condition} OR wholeCity = true)`);

export const ofLeaf = (code: string): string => `leaf = ${quoted(code)}`;

/** Filters of a search in the engine's grammar; all must hold. Values come from people, names of attributes never do. */
export function engineFilter({ query, near }: Wanted): string[] {
  return [
    ...inDistricts(query.district ?? []),
    ...oneOf('subdistrict', query.subdistrict),
    ...oneOf('leaf', query.leaf),
    ...oneOf('group', query.group),
    ...oneOf('funding', query.funding),
    ...oneOf('priceModel', query.priceModel),
    ...oneOf('urgency', query.urgency),
    ...oneOf('organisationKind', query.organisationKind),
    ...(query.free === undefined ? [] : [`free = ${query.free}`]),
    ...(near?.km == null
      ? []
      : [`(_geoRadius(${near.lat}, ${near.lng}, ${Math.round(near.km * 1000)}) OR wholeCity = true)`]),
  ];
}

/** The order asked for in the engine's words; empty for relevance. What has no words to be relevant to comes newest first. */
export function engineSort({ query, near }: Wanted): string[] {
  const orders: Readonly<Record<SearchQuery['sort'], readonly string[]>> = {
    relevance: query.q === '' ? ['publishedAt:desc'] : [],
    newest: ['publishedAt:desc'],
    price: ['priceFen:asc'],
    rating: ['rating:desc'],
    distance: near === null ? [] : [`_geoPoint(${near.lat}, ${near.lng}):asc`],
  };
  return [...orders[query.sort]];
}
