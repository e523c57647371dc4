import type { TaxonomyState } from '@duijie/contracts';
import { buildTaxonomyIndex, type TaxonomyIndex } from '@duijie/match-engine';
import { fold } from './fold';
import { buildSoundIndex, type SoundIndex } from './sound-index';

export interface LeafWord {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}
export interface PlaceWord {
  readonly district: string;
  readonly subdistrict: string | null;
  readonly community: string | null;
  readonly compound: string | null;
}
/** Words that queries are understood by. */
export interface Vocabulary {
  /** Name or synonym → the leaf. */
  readonly leaves: ReadonlyMap<string, LeafWord>;
  /** The leaf's words by its code. */
  readonly leafOf: ReadonlyMap<string, LeafWord>;
  /** How people speak of the leaves, as the matcher reads them. */
  readonly taxonomy: TaxonomyIndex;
  /** Full or short name → the place. */
  readonly places: ReadonlyMap<string, PlaceWord>;
  /** Characters of the longest name of a place. */
  readonly longestPlace: number;
  /** Words of at least three characters that a wrong character may be put right by, by their length, longest first. */
  readonly corrections: readonly (readonly [length: number, words: readonly string[]])[];
  readonly sounds: SoundIndex;
}

const leastTitles = 3;
const hanOnly = /^\p{Script=Han}+$/u;
const districtEnd = /(?:新区|区|市|县)$/;
const subdistrictEnd = /(?:街道|镇|乡)$/;
const communityEnd = /(?:社区|村)$/;
/** A shorter name of a community or compound may be a word of every day. */
const leastName = 3;

/** 锦江区 → 锦江; a name of which one character would be left stays whole. */
const short = (name: string, end: RegExp): string => {
  const stem = name.replace(end, '');
  return stem.length >= 2 ? stem : name;
};

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Words, or neighbouring words together, of three and four characters that stand in at least three titles. */
function titleWords(titles: readonly string[]): string[] {
  const held = new Map<string, number>();
  for (const title of titles) {
    const own = new Set<string>();
    const words = Array.from(segmenter.segment(fold(title)), ({ segment }) => segment);
    for (const [first] of words.entries()) {
      let joined = '';
      for (const word of words.slice(first)) {
        joined += word;
        if (joined.length > 4 || !hanOnly.test(joined)) break;
        if (joined.length >= 3) own.add(joined);
      }
    }
    for (const word of own) held.set(word, (held.get(word) ?? 0) + 1);
  }
  return [...held].filter(([, count]) => count >= leastTitles).map(([word]) => word);
}

const whole = { community: null, compound: null } as const;
const longestName = ({ community, compound }: PlaceWord): number => (compound ?? community ?? '').length;

/** Full and short names that one place alone bears. */
function neighbourhoodNames(places: readonly PlaceWord[]): ReadonlyMap<string, PlaceWord> {
  const named = new Map<string, PlaceWord | null>();
  for (const place of places) {
    const full = place.compound ?? place.community ?? '';
    for (const name of new Set([full, place.compound === null ? short(full, communityEnd) : full].map(fold)))
      if (name.length >= leastName) named.set(name, named.has(name) ? null : place);
  }
  return new Map([...named].filter((entry): entry is [string, PlaceWord] => entry[1] !== null));
}

/**
 * @param districts names, e.g. 锦江区 @param subdistricts with their district
 * @param titles of documents; what they share is taken as words
 * @param neighbourhoods communities and compounds; a name that several bear, or that is a word for a leaf, names none
 */
export function buildVocabulary(
  taxonomy: TaxonomyState | null,
  districts: readonly string[],
  subdistricts: readonly { readonly district: string; readonly subdistrict: string }[],
  titles: readonly string[],
  neighbourhoods: readonly PlaceWord[] = [],
): Vocabulary {
  const leaves = new Map<string, LeafWord>();
  for (const group of taxonomy?.groups ?? [])
    for (const { code, zh, en, synonyms, retired } of group.leaves)
      if (!retired)
        for (const word of [zh, ...synonyms]) if (!leaves.has(fold(word))) leaves.set(fold(word), { code, zh, en });
  const leafOf = new Map([...leaves.values()].map((leaf) => [leaf.code, leaf]));
  const meant = buildTaxonomyIndex(
    (taxonomy?.groups ?? []).flatMap(({ code: groupCode, leaves: own }) =>
      own.filter(({ retired }) => !retired).map(({ code, zh, synonyms }) => ({ code, zh, synonyms, groupCode })),
    ),
  );
  const places = new Map<string, PlaceWord>();
  for (const { district, subdistrict } of subdistricts) {
    places.set(subdistrict, { district, subdistrict, ...whole });
    const stem = short(subdistrict, subdistrictEnd);
    // A short name of two characters may be a word of every day.
    if (stem.length >= 3 && !places.has(stem)) places.set(stem, { district, subdistrict, ...whole });
  }
  for (const district of districts)
    for (const name of [district, short(district, districtEnd)])
      places.set(name, { district, subdistrict: null, ...whole });

  const large = [...places.keys()];
  for (const [name, place] of neighbourhoodNames(neighbourhoods))
    if (!places.has(name) && !leaves.has(name)) places.set(name, place);

  const byLength = new Map<number, Set<string>>();
  const words = [...leaves.keys()].flatMap((word) => word.split(/[与和、]/u));
  const shared = titleWords(titles);
  for (const word of [...words, ...shared])
    if (word.length >= 3 && hanOnly.test(word)) {
      const same = byLength.get(word.length) ?? new Set();
      byLength.set(word.length, same.add(word));
    }
  return {
    leaves,
    leafOf,
    taxonomy: meant,
    sounds: buildSoundIndex([...words, ...large, ...shared, ...meant.conceptsOf.keys()]),
    places,
    longestPlace: Math.max(0, ...large.map(({ length }) => length), ...neighbourhoods.map(longestName)),
    corrections: [...byLength].toSorted(([a], [b]) => b - a).map(([length, same]) => [length, [...same]] as const),
  };
}
