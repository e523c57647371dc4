import type { PackageColumns } from '../columns/package-columns';
import { rowHas } from '../columns/rank-columns';
import type { Change } from '../ranked';
import { scoreRow } from '../scoring/score-row';
import type { Weights } from '../scoring/weights';
import type { DescribedNeed } from './prepared-need';

/** Price cuts are sought to a hundredth of the price. */
const PARTS = 100;

/**
 * Says what the provider itself could change so that a score is reached: the least price cut that does, and the services
 * that it would have to bring besides. Each is enough by itself.
 *
 * @param need the prepared need @param columns the index, left as it was @param row the package's row
 * @param weights the weights @param needed score to be reached
 * @returns at most one change of each kind; none where neither is enough
 */
export function meansToRise(
  need: DescribedNeed,
  columns: PackageColumns,
  row: number,
  weights: Weights,
  needed: number,
): Change[] {
  return [...priceCut(need, columns, row, weights, needed), ...moreServices(need, columns, row, weights, needed)];
}

function priceCut(
  need: DescribedNeed,
  columns: PackageColumns,
  row: number,
  weights: Weights,
  needed: number,
): Change[] {
  const { priceMinFen, priceMaxFen } = columns;
  const [min, max] = [priceMinFen[row]!, priceMaxFen[row]!];
  if (max <= 0) return [];
  const at = (parts: number): number => Math.round((min * parts) / PARTS);
  const reaches = (parts: number): boolean => {
    priceMinFen[row] = at(parts);
    priceMaxFen[row] = Math.round((max * parts) / PARTS);
    return scoreRow(need, columns, row, weights) >= needed;
  };
  try {
    // From the dearest down: a price far below what is to be spent brings less again.
    for (let parts = PARTS - 1; parts > 0; parts--) {
      if (!reaches(parts)) continue;
      const reason = { code: 'price.to_enter', params: { toFen: at(parts) } };
      return [{ kind: 'lower_price', rule: null, points: 0, reason }];
    }
    return [];
  } finally {
    priceMinFen[row] = min;
    priceMaxFen[row] = max;
  }
}

function moreServices(
  need: DescribedNeed,
  columns: PackageColumns,
  row: number,
  weights: Weights,
  needed: number,
): Change[] {
  const missing = [...need.components].filter((leaf) => !rowHas(columns.leaves, row, leaf));
  if (need.fromText || missing.length === 0 || missing.length === need.components.length) return [];
  const held = [...columns.leaves.of(row)];
  for (let more = 1; more <= missing.length; more++) {
    const added = missing.slice(0, more);
    columns.leaves.put(row, Int32Array.from([...held, ...added]));
    const score = scoreRow(need, columns, row, weights);
    columns.leaves.put(row, Int32Array.from(held));
    if (score < needed) continue;
    const services = added.map((leaf) => columns.taxonomy.names[leaf]!);
    return [
      { kind: 'add_service', rule: null, points: 0, reason: { code: 'coverage.to_enter', params: { services } } },
    ];
  }
  return [];
}
