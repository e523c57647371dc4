import type { PackageColumns } from '../columns/package-columns.js';
import { SCORE_PARTS, type ScorePart } from '../ranked.js';
import type { PreparedNeed } from '../ranking/prepared-need.js';
import { capacity } from './capacity.js';
import { coreService } from './core-service.js';
import { coverage } from './coverage.js';
import { exposure } from './exposure.js';
import { focus } from './focus.js';
import { freshness } from './freshness.js';
import { limits } from './limits.js';
import { place } from './place.js';
import { price } from './price.js';
import type { PartOf } from './score-part.js';
import { trackRecord } from './track-record.js';
import type { Weights } from './weights.js';
import { words } from './words.js';

const PARTS: Readonly<Record<ScorePart, PartOf>> = {
  coverage,
  focus,
  words,
  price,
  place,
  track_record: trackRecord,
  capacity,
  core_service: coreService,
  freshness,
  exposure,
  limits,
};

/**
 * Points of one part.
 *
 * @param part which part @param need the prepared need @param columns the index @param row the row @param weights weights
 * @returns integer points
 */
export function partPoints(
  part: ScorePart,
  need: PreparedNeed,
  columns: PackageColumns,
  row: number,
  weights: Weights,
): number {
  return Math.trunc((weights.points[part] * PARTS[part](need, columns, row, weights)) / 1000);
}
