import type { ReadRowLists } from '../columns/row-lists';
import type { RankColumns } from '../columns/rank-columns';
import type { Weights } from '../scoring/weights';

/** What ranking reads, but for what each thread keeps for itself. */
type SharedNumbers = Omit<RankColumns, 'blocks' | 'words' | 'answers'>;

/** All blocks in a few arrays. */
export interface SharedBlocks {
  /** A line of numbers for each block: leaf, district, and where its part begins in `rows`, `terms` and `places`; its shortest text. */
  readonly lines: Int32Array;
  readonly rows: Int32Array;
  readonly points: Int32Array;
  readonly fixed: Int32Array;
  readonly terms: Int32Array;
  readonly mostTimes: Int32Array;
  readonly from: Int32Array;
  readonly places: Int32Array;
}

/** An index at one moment, in memory that threads share: plain data, to be sent by `postMessage`. */
export interface SharedColumns {
  readonly numbers: SharedNumbers;
  /** By row of the snapshot: its row in the index. */
  readonly original: Int32Array;
  readonly blocks: SharedBlocks;
  /** By number of a required qualification: the held ones that answer it. */
  readonly answers: readonly Uint8Array[];
  /** By which the blocks are in order. */
  readonly weights: Weights;
}

/** Numbers in a line of `SharedBlocks`. */
export const LINE = 6;
/** The columns that are shared. */
export const COLUMNS = [
  'flags',
  'hash',
  'twin',
  'provider',
  'kind',
  'homeDistrict',
  'priceModel',
  'priceMinFen',
  'priceMaxFen',
  'freeCapacity',
  'leadTimeDays',
  'ratingHundredths',
  'ratingCount',
  'exposureOwed',
  'completed',
  'coreLeaf',
  'updatedDay',
  'termTotal',
  'people',
  'circleLng',
  'circleLat',
  'circleKm',
] as const satisfies readonly (keyof RankColumns)[];
/** The lists of rows that are shared. */
export const LISTS = [
  'leaves',
  'scopeLeaves',
  'servedDistricts',
  'qualifications',
  'termCounts',
  'limitTerms',
] as const satisfies readonly (keyof {
  [K in keyof RankColumns as RankColumns[K] extends ReadRowLists ? K : never]: K;
})[];
