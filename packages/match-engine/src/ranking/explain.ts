import type { PackageColumns } from '../columns/package-columns';
import { dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import type { Finding } from '../finding';
import type { Change, Explanation } from '../ranked';
import { isEligible } from '../rules/is-eligible';
import { defaultWeights } from '../scoring/default-weights';
import { partPoints } from '../scoring/part-points';
import { fitsEnough } from '../scoring/fits-enough';
import { bestRows } from './best-rows';
import { describeRow } from './describe-row';
import { fitChanges } from './fit-changes';
import { describedNeed } from './described-need';
import { meansToRise } from './means-to-rise';
import type { RankOptions } from './rank-options';
import { rowsOf } from './rows-of';

const FIRST_TEN = 10;
const BRING_BACK: Change = { kind: 'bring_back', rule: null, points: 0, reason: { code: 'dismissed', params: {} } };

/**
 * Explains one pair, suggested or not: what every hard rule found, the score that it has or would have, and the smallest
 * changes that would bring the package into the first ten.
 *
 * @param columns the index
 * @param need the need
 * @param packageId any package held
 * @param options as of which day, by which weights
 * @returns the explanation; null when the package is not held
 */
export function explain(
  columns: PackageColumns,
  need: EngineNeed,
  packageId: string,
  options: Omit<RankOptions, 'k'>,
): Explanation | null {
  const row = columns.rowOf(packageId);
  if (row < 0) return null;
  const weights = options.weights ?? defaultWeights;
  const prepared = describedNeed(columns, need, weights, dayNumber(options.asOfDay));
  const described = describeRow(prepared, columns, row, weights);
  const eligible = isEligible(prepared, columns, row);
  const fits = fitsEnough(prepared, columns, row, weights, described.score);
  const suggested = eligible && fits && !options.without?.has(packageId);
  const list = bestRows(prepared, columns, weights, columns.held, { without: rowsOf(columns, options.without) });
  const at = list.findIndex((entry) => entry.row === row);
  const tenth = list.filter((entry) => entry.row !== row)[FIRST_TEN - 1]?.score ?? 0;
  const fresh = partPoints('freshness', prepared, columns, row, weights);
  const needed = Math.max(weights.leastScore + fresh, tenth + 1);
  const inFirstTen = at >= 0 && at < FIRST_TEN;
  return {
    ...described,
    eligible,
    suggested,
    rank: at < 0 ? null : at + 1,
    whatWouldChange: inFirstTen
      ? []
      : [
          ...described.findings.flatMap(cureOf),
          ...fitChanges(prepared, columns, row, weights),
          ...scoreChange(described.score, needed),
          ...(described.score < needed ? meansToRise(prepared, columns, row, weights, needed) : []),
          ...(options.without?.has(packageId) ? [BRING_BACK] : []),
        ],
  };
}

function cureOf({ rule, outcome, reason }: Finding): Change[] {
  if (outcome === 'fail') return [{ kind: 'cure_rule', rule, points: 0, reason }];
  return outcome === 'waivable' ? [{ kind: 'waive_rule', rule, points: 0, reason }] : [];
}

function scoreChange(score: number, needed: number): Change[] {
  if (score >= needed) return [];
  const missing = needed - score;
  return [
    {
      kind: 'raise_score',
      rule: null,
      points: missing,
      reason: { code: 'score.missing', params: { missing, needed } },
    },
  ];
}
