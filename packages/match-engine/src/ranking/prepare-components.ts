import type { RankColumns } from '../columns/rank-columns';
import type { Weights } from '../scoring/weights';
import { RELATION } from '../taxonomy/build-taxonomy-index';
import type { NeedFacts } from './need-facts';

/** Components of a need with what each leaf brings of them. */
export interface PreparedComponents {
  readonly shares: Int32Array;
  readonly credit: Int32Array;
  readonly creditedLeaves: Int32Array;
  readonly isCredited: Uint8Array;
  readonly mostCoverage: Int32Array;
}

const FULL = 1000;

/**
 * Weighs the components of a need.
 *
 * @param columns the index
 * @param facts the need
 * @param weights gives how much less each further component counts, and the credit of related leaves
 * @returns shares that sum to 1000, or no component at all when nothing is understood
 */
export function prepareComponents(columns: RankColumns, facts: NeedFacts, weights: Weights): PreparedComponents {
  const { components } = facts;
  const n = columns.leafCount;
  const shares = sharesOf(facts.fromText ? facts.sureness : fading(facts.sureness, weights));
  const credit = new Int32Array(components.length * n);
  const creditOf = new Int32Array(4);
  creditOf[RELATION.companion] = weights.companionPermille;
  creditOf[RELATION.neighbour] = weights.neighbourPermille;
  creditOf[RELATION.same] = FULL;
  for (let c = 0; c < components.length; c++) {
    for (let leaf = 0; leaf < n; leaf++) {
      const relation = columns.relation[components[c]! * n + leaf]!;
      const ruledOut = relation !== RELATION.same && (columns.leafState[leaf]! & facts.state) !== 0;
      credit[c * n + leaf] = ruledOut ? 0 : creditOf[relation]!;
    }
  }
  return { shares, credit, ...creditedInOrder(components, shares, credit, n) };
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

function fading(sureness: Int32Array, weights: Weights): Int32Array {
  let decay = FULL;
  return sureness.map((permille) => {
    const merit = Math.max(1, Math.round((decay * permille) / FULL));
    decay = Math.floor((decay * weights.furtherComponentPermille) / FULL);
    return merit;
  });
}

function sharesOf(merits: Int32Array): Int32Array {
  const total = merits.reduce((sum, merit) => sum + merit, 0);
  const shares = merits.map((merit) => Math.floor((merit * FULL) / total));
  if (shares.length) shares[0]! += FULL - shares.reduce((sum, share) => sum + share, 0);
  return shares;
}
