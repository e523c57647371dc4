import { rowHas } from '../columns/rank-columns';
import type { PackageColumns } from '../columns/package-columns';
import { type Contribution, type Ranked, SCORE_PARTS } from '../ranked';
import { partPoints } from '../scoring/part-points';
import { scoreRow } from '../scoring/score-row';
import type { Weights } from '../scoring/weights';
import { findingsOf } from './findings-of';
import type { DescribedNeed } from './prepared-need';
import { reasonsOf } from './reasons-of';

/**
 * Describes one pair in full.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param weights the weights
 * @returns score, contributions that sum to it, reasons and findings
 */
export function describeRow(need: DescribedNeed, columns: PackageColumns, row: number, weights: Weights): Ranked {
  const pkg = columns.packages[row]!;
  const score = scoreRow(need, columns, row, weights);
  const contributions: Contribution[] = SCORE_PARTS.map((part) => ({
    part,
    points: partPoints(part, need, columns, row, weights),
  })).filter(({ points }) => points !== 0);
  const bounds = score - contributions.reduce((sum, { points }) => sum + points, 0);
  if (bounds !== 0) contributions.push({ part: 'bounds', points: bounds });
  const covered = [...need.components]
    .filter((leaf) => rowHas(columns.leaves, row, leaf))
    .map((leaf) => columns.taxonomy.codes[leaf]!);
  return {
    packageId: pkg.id,
    providerId: pkg.providerId,
    score,
    contributions,
    reasons: reasonsOf(need, columns, row, weights),
    findings: findingsOf(need, columns, row),
    covered,
    weightsVersion: weights.version,
  };
}
