import { rowHas } from '../columns/rank-columns';
import type { PackageColumns } from '../columns/package-columns';
import type { Ranked } from '../ranked';
import { scoreRow } from '../scoring/score-row';
import type { Weights } from '../scoring/weights';
import { contributionsFrom, pointsOf } from './contributions';
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
  const covered = [...need.components]
    .filter((leaf) => rowHas(columns.leaves, row, leaf))
    .map((leaf) => columns.taxonomy.codes[leaf]!);
  return {
    packageId: pkg.id,
    providerId: pkg.providerId,
    score,
    contributions: contributionsFrom(pointsOf(need, columns, row, weights, score)),
    reasons: reasonsOf(need, columns, row, weights),
    findings: findingsOf(need, columns, row),
    covered,
    weightsVersion: weights.version,
  };
}
