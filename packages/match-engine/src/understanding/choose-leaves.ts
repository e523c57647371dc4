/** A leaf chosen, with confidence in permille. */
export interface ChosenLeaf {
  readonly leaf: number;
  readonly permille: number;
}

const LEAST_POINTS = 600;
const LEAST_SHARE_PERMILLE = 400;
const MOST_LEAVES = 4;
const HALF_POINTS = 500;

/**
 * Chooses which leaves a text asks for: those near the strongest, strong enough themselves.
 *
 * @param strength points by leaf
 * @returns at most four, strongest first, ties by leaf number; one at least where there is any evidence
 */
export function chooseLeaves(strength: Int32Array): ChosenLeaf[] {
  const order = [...strength.keys()]
    .filter((leaf) => strength[leaf]! > 0)
    .toSorted((a, b) => strength[b]! - strength[a]! || a - b);
  const best = order.length ? strength[order[0]!]! : 0;
  return order
    .filter(
      (leaf, place) =>
        place === 0 || (strength[leaf]! >= LEAST_POINTS && strength[leaf]! * 1000 >= best * LEAST_SHARE_PERMILLE),
    )
    .slice(0, MOST_LEAVES)
    .map((leaf) => ({ leaf, permille: confidence(strength[leaf]!, best) }));
}

function confidence(points: number, best: number): number {
  const own = Math.floor((1000 * points) / (points + HALF_POINTS));
  return Math.floor((own * (500 + Math.floor((500 * points) / best))) / 1000);
}
