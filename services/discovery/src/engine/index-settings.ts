import type { Settings } from 'meilisearch';

/** Grows with every change of `indexSettings` or of what documents hold; an index of another version is rebuilt. */
export const settingsVersion = 2;

/** Values by which results are filtered and counted. */
export const facetAttributes = [
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

/**
 * Settings of every index, the same for all kinds, since one federated search needs one set of ranking rules.
 * `sort` stands first: who asks for an order gets that order. Typos are ours to correct: the engine's tolerance needs five
 * characters and Chinese tokens have one to three, so it is left to words of Latin letters.
 */
export const indexSettings = {
  searchableAttributes: ['title', 'leaves', 'aliases', 'text', 'organisation', 'place'],
  displayedAttributes: ['id'],
  filterableAttributes: [...facetAttributes, 'wholeCity', 'subdistrict', 'revision', '_geo'],
  sortableAttributes: ['publishedAt', 'priceFen', 'rating', '_geo'],
  rankingRules: ['sort', 'words', 'typo', 'proximity', 'attribute', 'exactness'],
  localizedAttributes: [{ attributePatterns: ['*'], locales: ['cmn'] }],
  typoTolerance: { enabled: true, disableOnNumbers: true },
  faceting: { maxValuesPerFacet: 100 },
  pagination: { maxTotalHits: 1050 },
  searchCutoffMs: 500,
} as const satisfies Record<string, unknown>;

type Mutable<T> = T extends readonly (infer E)[]
  ? Mutable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T;

/** A copy as the client's types want it. */
export const settingsForClient = (): Settings =>
  structuredClone(indexSettings) as unknown as Mutable<typeof indexSettings> as Settings;

const sorted = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((v) => JSON.stringify(v)).toSorted() : value;
/** Lists whose order means nothing, which the engine gives back in its own. */
const unordered: ReadonlySet<string> = new Set(['filterableAttributes', 'sortableAttributes']);

/** @returns names of settings by which an index differs from what this build wants */
export function differingSettings(present: Settings): string[] {
  return Object.entries(indexSettings).flatMap(([name, wanted]) => {
    const found = present[name as keyof Settings] as unknown;
    const same =
      typeof wanted === 'object' && !Array.isArray(wanted)
        ? Object.entries(wanted).every(
            ([key, value]) =>
              JSON.stringify((found as Record<string, unknown> | null)?.[key]) === JSON.stringify(value),
          )
        : unordered.has(name)
          ? JSON.stringify(sorted(found)) === JSON.stringify(sorted(wanted))
          : JSON.stringify(found) === JSON.stringify(wanted);
    return same ? [] : [name];
  });
}
