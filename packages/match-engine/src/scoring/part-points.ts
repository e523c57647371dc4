import type { RankColumns } from '../columns/rank-columns';
import type { ScorePart } from '../ranked';
import type { PreparedNeed } from '../ranking/prepared-need';
import { capacity } from './capacity';
import { coreService } from './core-service';
import { coverage } from './coverage';
import { exposure } from './exposure';
import { focus } from './focus';
import { freshness } from './freshness';
import { limits } from './limits';
import { place } from './place';
import { price } from './price';
import type { PartOf } from './score-part';
import { trackRecord } from './track-record';
import type { Weights } from './weights';
import { words } from './words';

const PARTS: Readonly<Record<ScorePart, PartOf>> = {
  coverage,
  focus,
  words,
  price,
  place,
  track_record: (_need, columns, row, weights) => trackRecord(columns, row, weights),
  capacity: (_need, columns, row) => capacity(columns, row),
  core_service: coreService,
  freshness,
  exposure: (_need, columns, row) => exposure(columns, row),
  limits,
};

/**
 * How well a row does in one part.
 *
 * @param part which part @param need the prepared need @param columns the index @param row the row @param weights weights
 * @returns permille of the part's points, -1000..1000
 */
export const partPermille = (
  part: ScorePart,
  need: PreparedNeed,
  columns: RankColumns,
  row: number,
  weights: Weights,
): number => PARTS[part](need, columns, row, weights);

/**
 * Points of one part.
 *
 * @param part which part @param need the prepared need @param columns the index @param row the row @param weights weights
 * @returns integer points
 */
export function partPoints(
  part: ScorePart,
  need: PreparedNeed,
  columns: RankColumns,
  row: number,
  weights: Weights,
): number {
  return Math.trunc((weights.points[part] * partPermille(part, need, columns, row, weights)) / 1000);
}
