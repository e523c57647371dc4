import type { PackageColumns } from '../columns/package-columns';
import type { EngineNeed } from '../engine-need';
import type { Weights } from '../scoring/weights';
import { type DescribedNeed, prepareNeed } from './prepared-need';
import { readNeed } from './read-need';

/**
 * Reads and prepares a need, and keeps its words for what people read.
 *
 * @param columns the index @param need the need @param weights the weights in force
 * @param asOfDay the day on which it is judged, days since 1970-01-01
 * @returns the prepared need, valid until the index changes
 */
export function describedNeed(
  columns: PackageColumns,
  need: EngineNeed,
  weights: Weights,
  asOfDay: number,
): DescribedNeed {
  return { ...prepareNeed(columns, readNeed(columns, need), weights, asOfDay), need };
}
