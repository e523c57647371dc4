import type { PackageColumns } from '../src/columns/package-columns';
import type { EngineNeed } from '../src/engine-need';
import { describedNeed } from '../src/ranking/described-need';
import { tieKey } from '../src/ranking/tie-key';
import { isEligible } from '../src/rules/is-eligible';
import { defaultWeights } from '../src/scoring/default-weights';
import { fitsEnough } from '../src/scoring/fits-enough';
import { scoreRow } from '../src/scoring/score-row';

/** One suggestion of the oracle. */
export interface Suggested {
  readonly packageId: string;
  readonly score: number;
}

/**
 * The oracle: asks every rule and every score of every package, without posting lists and without a heap, and sorts.
 *
 * @param columns the index
 * @param need the need
 * @param k how many
 * @param asOfDay integer day
 * @returns ids and scores, best first
 */
export function bruteForce(columns: PackageColumns, need: EngineNeed, k: number, asOfDay: number): Suggested[] {
  const prepared = describedNeed(columns, need, defaultWeights, asOfDay);
  const all: (Suggested & { key: number })[] = [];
  for (let row = 0; row < columns.rows; row++) {
    const pkg = columns.packages[row];
    if (!pkg || !isEligible(prepared, columns, row)) continue;
    const score = scoreRow(prepared, columns, row, defaultWeights);
    if (!fitsEnough(prepared, columns, row, defaultWeights, score)) continue;
    all.push({ packageId: pkg.id, score, key: tieKey(prepared.hash, columns.hash[row]!) });
  }
  return all
    .toSorted((a, b) => b.score - a.score || a.key - b.key || (a.packageId < b.packageId ? -1 : 1))
    .slice(0, k)
    .map(({ packageId, score }) => ({ packageId, score }));
}
