import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import type { Weights } from './weights';

/**
 * One part of the score: how well a row does, in permille of the part's points. Negative takes away.
 *
 * @returns integer, at most 1000, at least -1000; allocates nothing
 */
export type PartOf = (need: PreparedNeed, columns: RankColumns, row: number, weights: Weights) => number;
