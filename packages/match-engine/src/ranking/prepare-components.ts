import type { PackageColumns } from '../columns/package-columns';
import type { EngineNeed } from '../engine-need';
import type { Weights } from '../scoring/weights';
import { RELATION, type TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { suitsState } from '../taxonomy/state-bound-leaves';
import { leafEvidence } from '../understanding/leaf-evidence';

/** Components of a need in numbers. */
export interface PreparedComponents {
  readonly components: Int32Array;
  readonly shares: Int32Array;
  readonly credit: Int32Array;
  readonly creditedLeaves: Int32Array;
  readonly isCredited: Uint8Array;
  readonly mostCoverage: Int32Array;
}

const FULL = 1000;
/** Leaves taken from a text at most, and their least evidence in permille of the strongest. */
const MOST_FROM_TEXT = 8;
const LEAST_FROM_TEXT = 300;

/**
 * Turns a need's components (or, where none is known to the taxonomy, all that its text leans to) into shares and credits.
 *
 * @param columns the index
 * @param need the need
 * @param weights gives how much less each further component counts, and the credit of related leaves
 * @returns shares that sum to 1000, or no component at all when nothing is understood
 */
export function prepareComponents(columns: PackageColumns, need: EngineNeed, weights: Weights): PreparedComponents {
  const { taxonomy } = columns;
  const given = meritsGiven(need, taxonomy, weights);
  const merits = given.size > 0 ? given : meritsFromText(need, columns);
  const components = Int32Array.from(merits.keys());
  const shares = sharesOf([...merits.values()]);
  const n = taxonomy.codes.length;
  const credit = new Int32Array(components.length * n);
  const creditOf = new Int32Array(4);
  creditOf[RELATION.companion] = weights.companionPermille;
  creditOf[RELATION.neighbour] = weights.neighbourPermille;
  creditOf[RELATION.same] = FULL;
  for (let c = 0; c < components.length; c++) {
    for (let leaf = 0; leaf < n; leaf++) {
      const relation = taxonomy.relation[components[c]! * n + leaf]!;
      if (relation !== RELATION.same && !suitsState(taxonomy.codes[leaf]!, need.compound)) continue;
      credit[c * n + leaf] = creditOf[relation]!;
    }
  }
  return { components, shares, credit, ...creditedInOrder(components, shares, credit, n) };
}

/** Leaves with credit, what brings most first, and the coverage that rows under it and the later ones can have at most. */
function creditedInOrder(
  components: Int32Array,
  shares: Int32Array,
  credit: Int32Array,
  n: number,
): Pick<PreparedComponents, 'creditedLeaves' | 'isCredited' | 'mostCoverage'> {
  const own = new Int32Array(n);
  for (let c = 0; c < components.length; c++) {
    for (let leaf = 0; leaf < n; leaf++) own[leaf]! += shares[c]! * credit[c * n + leaf]!;
  }
  const order = [...own.keys()].filter((leaf) => own[leaf]! > 0).toSorted((a, b) => own[b]! - own[a]! || a - b);
  const creditedLeaves = Int32Array.from(order);
  const mostCoverage = new Int32Array(order.length);
  const best = new Int32Array(components.length);
  for (let i = order.length - 1; i >= 0; i--) {
    let sum = 0;
    for (let c = 0; c < components.length; c++) {
      best[c] = Math.max(best[c]!, credit[c * n + order[i]!]!);
      sum += shares[c]! * best[c]!;
    }
    mostCoverage[i] = Math.floor(sum / FULL);
  }
  return { creditedLeaves, isCredited: Uint8Array.from(own, (sum) => (sum > 0 ? 1 : 0)), mostCoverage };
}

function meritsGiven(need: EngineNeed, taxonomy: TaxonomyIndex, weights: Weights): Map<number, number> {
  const merits = new Map<number, number>();
  let decay = FULL;
  for (const { code, confidence } of need.components) {
    const leaf = taxonomy.numberOf.get(code);
    if (leaf === undefined || merits.has(leaf)) continue;
    merits.set(leaf, Math.max(1, Math.round(decay * (confidence ?? 1))));
    decay = Math.floor((decay * weights.furtherComponentPermille) / FULL);
  }
  return merits;
}

function meritsFromText(need: EngineNeed, columns: PackageColumns): Map<number, number> {
  const { strength } = leafEvidence({ ...need, postedCategories: need.categories }, columns.taxonomy, columns);
  const order = [...strength.keys()].toSorted((a, b) => strength[b]! - strength[a]! || a - b);
  const best = strength[order[0] ?? 0] ?? 0;
  const merits = new Map<number, number>();
  for (const leaf of order.slice(0, MOST_FROM_TEXT)) {
    if (strength[leaf]! > 0 && strength[leaf]! * FULL >= best * LEAST_FROM_TEXT) {
      merits.set(leaf, Math.max(1, Math.floor((strength[leaf]! * strength[leaf]!) / best)));
    }
  }
  return merits;
}

function sharesOf(merits: readonly number[]): Int32Array {
  const total = merits.reduce((sum, merit) => sum + merit, 0);
  const shares = Int32Array.from(merits, (merit) => Math.floor((merit * FULL) / total));
  if (shares.length) shares[0]! += FULL - shares.reduce((sum, share) => sum + share, 0);
  return shares;
}
