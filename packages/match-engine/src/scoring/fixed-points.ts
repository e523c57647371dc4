import type { RankColumns } from '../columns/rank-columns';
import { capacity } from './capacity';
import { exposure } from './exposure';
import { trackRecord } from './track-record';
import type { Weights } from './weights';

/**
 * Points that a row has whatever the need and the day: track record, free capacity, exposure.
 *
 * @param columns the index @param row the row @param weights the weights
 * @returns an integer; negative for a poor rating
 */
export function fixedPoints(columns: RankColumns, row: number, weights: Weights): number {
  const { points } = weights;
  return (
    Math.trunc((points.track_record * trackRecord(columns, row, weights)) / 1000) +
    Math.trunc((points.capacity * capacity(columns, row)) / 1000) +
    Math.trunc((points.exposure * exposure(columns, row)) / 1000)
  );
}
