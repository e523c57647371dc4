import { fixedPoints } from '../scoring/fixed-points';
import type { Weights } from '../scoring/weights';
import { FLAG, NO_DAY, type RankColumns, WHOLE_CITY } from './rank-columns';

/**
 * Most points that a row has in a district whatever the need asks: track record, free capacity, exposure, place,
 * freshness and core service. No need gives it more of these.
 *
 * @param columns the columns @param row the row @param district the block's district @param weights the weights
 * @returns an integer; may be negative for a poor rating
 */
export function surePoints(columns: RankColumns, row: number, district: number, weights: Weights): number {
  const { points } = weights;
  const part = (most: number, permille: number): number => Math.trunc((most * permille) / 1000);
  return (
    fixedPoints(columns, row, weights) +
    part(points.freshness, columns.updatedDay[row] === NO_DAY ? 500 : 1000) +
    part(points.core_service, columns.coreLeaf[row]! >= 0 ? 1000 : 0) +
    part(points.place, mostPlace(columns, row, district))
  );
}

function mostPlace(columns: RankColumns, row: number, district: number): number {
  if (columns.flags[row]! & FLAG.radius) return 1000;
  const home = columns.homeDistrict[row]!;
  if (district === WHOLE_CITY ? home >= 0 : home === district) return 1000;
  return columns.servedDistricts.end[row]! > columns.servedDistricts.start[row]! ? 600 : 400;
}
