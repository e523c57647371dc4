import { rowHas } from '../columns/rank-columns';
import type { PackageColumns } from '../columns/package-columns';
import type { Reason } from '../reason';
import { coverage } from '../scoring/coverage';
import { comparableCost } from '../scoring/comparable-cost';
import { limits } from '../scoring/limits';
import { costPermille } from '../scoring/cost-permille';
import { shrunkRating } from '../scoring/shrunk-rating';
import type { Weights } from '../scoring/weights';
import { PRICE_MODELS } from '../vocabulary';
import { commonWords } from './common-words';
import type { DescribedNeed } from './prepared-need';

const POOR_RATING = 320;
const FEW_RATINGS = 5;

/**
 * Says why a package is suggested and what it leaves open.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param weights the weights
 * @returns reasons: services, shared words, price, place, track record, limits; strongest kind first
 */
export function reasonsOf(need: DescribedNeed, columns: PackageColumns, row: number, weights: Weights): Reason[] {
  return [
    ...serviceReasons(need, columns, row),
    ...wordReasons(need, columns, row),
    ...priceReasons(need, columns, row),
    ...providerReasons(need, columns, row, weights),
    ...(limits(need, columns, row, weights) < 0 ? [{ code: 'limits.ruled_out', params: {} }] : []),
  ];
}

function serviceReasons(need: DescribedNeed, columns: PackageColumns, row: number): Reason[] {
  const names = (leaves: readonly number[]): string[] => leaves.map((leaf) => columns.taxonomy.names[leaf]!);
  const asked = [...need.components];
  const covered = asked.filter((leaf) => rowHas(columns.leaves, row, leaf));
  const missing = asked.filter((leaf) => !covered.includes(leaf));
  const permille = coverage(need, columns, row);
  if (asked.length === 0) return [];
  if (missing.length === 0) return [{ code: 'coverage.full', params: { services: names(covered) } }];
  if (covered.length === 0) {
    return [{ code: 'coverage.related', params: { services: names([...columns.leaves.of(row)]), permille } }];
  }
  return [{ code: 'coverage.part', params: { services: names(covered), missing: names(missing), permille } }];
}

function wordReasons(need: DescribedNeed, columns: PackageColumns, row: number): Reason[] {
  const shared = commonWords(need, columns, row, 4);
  return shared.length ? [{ code: 'words.shared', params: { words: shared } }] : [];
}

function priceReasons(need: DescribedNeed, columns: PackageColumns, row: number): Reason[] {
  const model = PRICE_MODELS[columns.priceModel[row]!] ?? 'negotiable';
  const lowFen = comparableCost(need, columns, row, columns.priceMinFen[row]!);
  const highFen = comparableCost(need, columns, row, columns.priceMaxFen[row]!);
  if (highFen === 0 && lowFen === 0) return [{ code: 'price.none', params: { model } }];
  const permille = costPermille(need, columns, row);
  if (permille < 0) return [];
  const params = { model, lowFen, highFen, budgetMaxFen: need.budgetMaxFen };
  if (permille > 1000) return [{ code: 'price.over', params: { ...params, overPermille: permille - 1000 } }];
  return [{ code: highFen < need.budgetMinFen ? 'price.below' : 'price.within', params }];
}

function providerReasons(need: DescribedNeed, columns: PackageColumns, row: number, weights: Weights): Reason[] {
  const reasons: Reason[] = [];
  if (need.district >= 0 && columns.homeDistrict[row] === need.district) {
    reasons.push({ code: 'place.home', params: { district: columns.districts.word(need.district) } });
  }
  const count = columns.ratingCount[row]!;
  if (count < FEW_RATINGS) reasons.push({ code: 'track.new', params: { ratings: count } });
  else {
    const poor = shrunkRating(columns, row, weights) < POOR_RATING;
    reasons.push({
      code: poor ? 'track.poor' : 'track.rated',
      params: {
        ratingHundredths: columns.ratingHundredths[row]!,
        ratings: count,
        completed: columns.completed[row]!,
      },
    });
  }
  return reasons;
}
