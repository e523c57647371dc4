import type { RankColumns } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';
import type { Weights } from './weights';

/**
 * What one side rules out and the other wants: `不含送餐` against a need for meals, `不缺施工队` against a builder.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param weights half point
 * @returns permille taken away, -999..0
 */
export function limits(need: PreparedNeed, columns: RankColumns, row: number, weights: Weights): number {
  const { words, limitTerms, termCounts } = columns;
  words.load(need, columns.documentFrequency.length);
  let against = 0;
  for (let i = limitTerms.start[row]!; i < limitTerms.end[row]!; i++) against += words.weight[limitTerms.data[i]!]!;
  if (need.ruledOutTerms.length > 0) {
    const { data, start, end } = termCounts;
    for (let i = start[row]!; i < end[row]!; i += 2) against += words.ruledOut[data[i]!]!;
  }
  return against === 0 ? 0 : -Math.floor((1000 * against) / (against + weights.limitsHalf));
}
