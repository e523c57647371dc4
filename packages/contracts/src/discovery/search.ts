import { z } from 'zod';
import { organisationKind, verificationState } from '../actor';
import { fen, id, instant, latitude, leafCode, line, longitude, queryFlag, queryInt, queryList } from '../primitives';
import { funding, needState, urgency } from '../state/need';
import { packageState, priceModel } from '../state/package';

export const searchKinds = ['need', 'package', 'provider'] as const;
export const searchKind = z.enum(searchKinds);
export type SearchKind = z.infer<typeof searchKind>;

export const searchSorts = ['relevance', 'newest', 'price', 'rating', 'distance'] as const;

/** Ways in which the words of a query are understood. Each can be left out by the query's `without`. */
export const understandingTypes = ['correction', 'place', 'leaf', 'intent'] as const;
export const understandingType = z.enum(understandingTypes);

/** What a query asks for besides its words: what fits comes first, nothing is left out. */
export const searchIntents = [
  'free',
  'cheap',
  'urgent',
  'near',
  'property_firm',
  'social_org',
  'volunteer_group',
] as const;
export const searchIntent = z.enum(searchIntents);
export type SearchIntent = z.infer<typeof searchIntent>;

const degrees = (limit: number) => z.coerce.number().min(-limit).max(limit);

/** Query of a search. Lists are repeated or comma-separated; values of one list are alternatives, lists narrow together. */
export const searchQuery = z.strictObject({
  /** Words of people; empty for all that the filters leave. */
  q: z.string().trim().max(200).default(''),
  /** All kinds unless given. */
  kind: queryList(searchKind).optional(),
  district: queryList(line(30)).optional(),
  subdistrict: queryList(line(60)).optional(),
  leaf: queryList(leafCode).optional(),
  /** Codes of taxonomy groups, e.g. `property`. */
  group: queryList(z.string().regex(/^[a-z]{1,40}$/)).optional(),
  funding: queryList(funding).optional(),
  priceModel: queryList(priceModel).optional(),
  urgency: queryList(urgency).optional(),
  /** Kind of the provider, or of the poster of a need. */
  organisationKind: queryList(organisationKind).optional(),
  /** `true`: what costs nothing or has no money; `false`: what does. */
  free: queryFlag.optional(),
  /** A place by `lng` and `lat`, within `km` of it when given. */
  lng: degrees(180).optional(),
  lat: degrees(90).optional(),
  km: z.coerce.number().min(0.1).max(200).optional(),
  /** `distance` needs a place; what has no value for the order comes last. */
  sort: z.enum(searchSorts).default('relevance'),
  limit: queryInt(1, 50).default(20),
  /** How many results to pass over; the first 1,000 can be reached. */
  offset: queryInt(0, 1000).default(0),
  without: queryList(understandingType).optional(),
});
export type SearchQuery = z.infer<typeof searchQuery>;

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** Text in pieces, in order; `hit` is a piece that the query matched. */
export const markedText = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }));
export type MarkedText = z.infer<typeof markedText>;

/** Fields that a query can match, most telling first. */
export const searchFields = ['title', 'leaves', 'aliases', 'text', 'organisation', 'place'] as const;
export const searchField = z.enum(searchFields);
export type SearchField = z.infer<typeof searchField>;

export const searchPlace = z.strictObject({
  /** Districts of a need, or those a package serves; empty = unknown, or the whole city. */
  districts: z.array(z.string()),
  wholeCity: z.boolean(),
  subdistrict: z.string().nullable(),
  community: z.string().nullable(),
  compound: z.string().nullable(),
  lng: longitude.nullable(),
  lat: latitude.nullable(),
});

export const searchPrice = z.strictObject({
  /** Of a package; null for a need's budget. */
  model: priceModel.nullable(),
  minFen: fen,
  maxFen: fen,
});

/** What anybody may see of a need, a package or a provider. */
export const searchItem = z.strictObject({
  kind: searchKind,
  id,
  title: z.string(),
  state: z.union([needState, packageState, verificationState]),
  organisation: z.strictObject({ id, name: z.string(), kind: organisationKind.nullable() }),
  leaves: z.array(z.strictObject({ code: leafCode, zh: z.string(), en: z.string() })),
  place: searchPlace,
  /** Null when unknown. */
  price: searchPrice.nullable(),
  free: z.boolean(),
  funding: funding.nullable(),
  urgency: urgency.nullable(),
  rating: z.strictObject({ mean: z.number(), count: z.int() }).nullable(),
  publishedAt: instant.nullable(),
  demo: z.boolean(),
});
export type SearchItem = z.infer<typeof searchItem>;

export const searchHit = searchItem.extend({
  marked: z.strictObject({ title: markedText, snippet: markedText }),
  /** Why it was found: the fields that hold words of the query, most telling first. */
  matched: z.array(searchField),
  /** Kilometres from the place asked for, or null. */
  distanceKm: z.number().min(0).nullable(),
});
export type SearchHit = z.infer<typeof searchHit>;

/** How the query was understood, besides its plain words. */
export const understanding = z.discriminatedUnion('type', [
  /** A wrong character was put right. */
  z.strictObject({ type: z.literal('correction'), from: z.string(), to: z.string() }),
  /** `text` named a district, subdistrict, community or compound: what lies or serves there comes first. */
  z.strictObject({
    type: z.literal('place'),
    text: z.string(),
    district: z.string(),
    subdistrict: z.string().nullable(),
    community: z.string().nullable(),
    compound: z.string().nullable(),
  }),
  /** `text` is a word for a leaf of the taxonomy. */
  z.strictObject({ type: z.literal('leaf'), text: z.string(), code: leafCode, zh: z.string(), en: z.string() }),
  /** `text` says what should come first. */
  z.strictObject({ type: z.literal('intent'), text: z.string(), intent: searchIntent }),
]);
export type Understanding = z.infer<typeof understanding>;

export const facetNames = [
  'kind',
  'district',
  'group',
  'leaf',
  'funding',
  'priceModel',
  'urgency',
  'organisationKind',
  'free',
] as const;
const facet = z.array(z.strictObject({ value: z.string(), count: z.int().min(1) }));
/**
 * Values with the number of results that have them, most frequent first. Values of a filter that is set are counted as if
 * it were not: what choosing another would bring.
 */
export const searchFacets = z.record(z.enum(facetNames), facet);
export type SearchFacets = z.infer<typeof searchFacets>;

export const searchAnswer = z.strictObject({
  items: z.array(searchHit),
  /** An estimate of how many fit all words; at most 1,000. */
  total: z.int().min(0),
  nextOffset: z.int().nullable(),
  /** Null where our own table answers: while degraded, and until an index is built for the first time. */
  facets: searchFacets.nullable(),
  understood: z.array(understanding),
  /** The query as it was searched when a character was put right, else null. */
  corrected: z.string().nullable(),
  /** Where nothing was found: how many there are without the filters, and services that may be meant; else null. */
  instead: z
    .strictObject({
      withoutFilters: z.int().min(0),
      leaves: z.array(z.strictObject({ code: leafCode, zh: z.string(), en: z.string() })),
    })
    .nullable(),
  /** The engine is away: a plain answer by our own table, without facets. */
  degraded: z.boolean(),
  /** Words for people while degraded. */
  message: words.nullable(),
  tookMs: z.number().min(0),
  /** How much of it was spent waiting for the engine. */
  engineMs: z.number().min(0),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;
