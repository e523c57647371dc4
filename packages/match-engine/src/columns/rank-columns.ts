import type { Blocks } from './blocks';
import type { NeedWords } from './need-words';
import type { ReadRowLists } from './row-lists';

/** Stands for "not known" or "without end" in columns of days. */
export const NO_DAY = 0x7fffffff;
/** The district number of packages that serve the whole city, or a circle that is checked pair by pair. */
export const WHOLE_CITY = -1;
/** Bits of the `flags` column. */
export const FLAG = { live: 1, published: 2, verified: 4, radius: 8, scopeKnown: 16 } as const;

/**
 * What ranking reads: numbers only, a row a package. The index in one thread and a snapshot shared between threads are
 * both read through it.
 */
export interface RankColumns {
  readonly leafCount: number;
  /** `relation[a * leafCount + b]`, a value of `RELATION`. */
  readonly relation: Uint8Array;
  readonly isMeans: Uint8Array;
  /** By leaf: bits of the states of a place that it supposes, see `stateBits`. */
  readonly leafState: Uint8Array;
  /** Rows in use or free again; every column is at least this long. */
  readonly rows: number;
  /** Packages held when the statistics of words were taken, and the terms in them. */
  readonly count: number;
  readonly totalTerms: number;
  /** Packages in which a term stands, by term. */
  readonly documentFrequency: Int32Array;
  /** By term: what `rarityOf` gives, where that was reckoned beforehand; else empty. */
  readonly rarity: Int32Array;
  readonly flags: Uint8Array;
  readonly hash: Uint32Array;
  /** Order by id among packages of the same hash, 0 for nearly all. */
  readonly twin: Uint16Array;
  readonly provider: Int32Array;
  readonly kind: Uint8Array;
  readonly homeDistrict: Int32Array;
  readonly priceModel: Uint8Array;
  /** Fen; float64 holds these integers exactly. */
  readonly priceMinFen: Float64Array;
  readonly priceMaxFen: Float64Array;
  readonly freeCapacity: Int32Array;
  readonly leadTimeDays: Int32Array;
  /** Hundredths of a star, -1 = none. */
  readonly ratingHundredths: Int16Array;
  readonly ratingCount: Int32Array;
  /** Permille of the exposure that merit calls for and was not had, 0..1000. */
  readonly exposureOwed: Int16Array;
  readonly completed: Int32Array;
  /** Leaf number of the core service, -1 = none. */
  readonly coreLeaf: Int16Array;
  readonly updatedDay: Int32Array;
  /** Terms in the text, repeated ones repeated. */
  readonly termTotal: Int32Array;
  /** Bits of the groups of people that the package speaks of; 0 = none. */
  readonly people: Uint8Array;
  /** Circle of a package that serves one: degrees WGS-84, kilometres. */
  readonly circleLng: Float64Array;
  readonly circleLat: Float64Array;
  readonly circleKm: Float64Array;
  readonly leaves: ReadRowLists;
  readonly scopeLeaves: ReadRowLists;
  readonly servedDistricts: ReadRowLists;
  /** Pairs: number of the qualification's name, last valid day. */
  readonly qualifications: ReadRowLists;
  /** Pairs: number of the term, times it stands there (title counts more). */
  readonly termCounts: ReadRowLists;
  /** Numbers of terms that the package rules out (`不做施工`). */
  readonly limitTerms: ReadRowLists;
  /** Open packages by category and district. */
  readonly blocks: Blocks;
  /** The words of the need that is looked at now. */
  readonly words: NeedWords;
  /** @param required number of a required qualification @returns by number of a held one: 1 where it answers */
  answers(required: number): Uint8Array;
}

/**
 * Tells whether a row's list holds a value.
 *
 * @param lists the lists @param row the row @param value the value
 * @returns true when it does; allocates nothing
 */
export function rowHas(lists: ReadRowLists, row: number, value: number): boolean {
  const { data } = lists;
  const end = lists.end[row]!;
  for (let i = lists.start[row]!; i < end; i++) if (data[i] === value) return true;
  return false;
}
