import { UNBOUNDED_FEN } from '../ranking/read-need';
import type { PreparedNeed } from '../ranking/prepared-need';
import { BEST_SCORE } from '../scoring/score-row';
import type { Candidate } from './candidate';
import type { SetPart } from './composite';

/** Most points of each part; `overlap` and `members` take away. */
const POINTS = { coverage: 6000, quality: 2500, price: 1000, oneGroup: 500, overlap: 600, member: 150 } as const;
/** Points that the price gives where it is not known. */
const PRICE_UNKNOWN = 700;

/** Points of a set by part, and their sum kept within 0..10000. */
export interface SetScore {
  readonly parts: Readonly<Record<SetPart, number>>;
  readonly score: number;
}

/**
 * Scores a set: what it brings of the need, how well its members fit, whether the money is enough for all, whether they
 * belong together, and how little is paid for twice.
 *
 * @param need the prepared need @param members its members, at least one
 * @returns integers
 */
export function scoreSet(need: PreparedNeed, members: readonly Candidate[]): SetScore {
  const { shares } = need;
  let covered = 0;
  let quality = 0;
  let twice = 0;
  for (let c = 0; c < shares.length; c++) {
    const bringing = members.filter(({ brings }) => (brings >> c) & 1);
    if (bringing.length === 0) continue;
    covered += shares[c]!;
    quality += shares[c]! * bringing.reduce((best, { score }) => Math.max(best, score), 0);
    twice += (bringing.length - 1) * shares[c]!;
  }
  const cost = members.reduce((sum, { costFen }) => sum + costFen, 0);
  const parts = {
    coverage: Math.floor((POINTS.coverage * covered) / 1000),
    quality: Math.floor((POINTS.quality * quality) / (1000 * BEST_SCORE)),
    price: pricePoints(need, cost),
    one_group: members.every(({ group }) => group === members[0]!.group) ? POINTS.oneGroup : 0,
    overlap: twice === 0 ? 0 : -Math.floor((POINTS.overlap * twice) / 1000),
    members: members.length === 1 ? 0 : -POINTS.member * (members.length - 1),
  };
  const sum = Object.values(parts).reduce((all, points) => all + points, 0);
  return { parts, score: Math.min(BEST_SCORE, Math.max(0, sum)) };
}

/** Full within the budget, less the further above. */
function pricePoints(need: PreparedNeed, costFen: number): number {
  if (need.zeroBudget) return POINTS.price;
  if (need.fixedSum || need.budgetMaxFen === UNBOUNDED_FEN) return PRICE_UNKNOWN;
  const permille = Math.min(10_000, Math.floor((1000 * costFen) / need.budgetMaxFen));
  return permille <= 1000 ? POINTS.price : Math.max(-POINTS.price, 600 - 2 * (permille - 1000));
}

/**
 * What a set can reach at most once some members are chosen and some components given up.
 *
 * @param need the prepared need @param members those chosen so far @param open bits of the components still to be decided
 * @param best by component, the best score of any candidate that brings it
 * @returns an upper bound of the score of every set that goes on from here
 */
export function mostOfSet(
  need: PreparedNeed,
  members: readonly Candidate[],
  open: number,
  best: readonly number[],
): number {
  const { shares } = need;
  let covered = 0;
  let quality = 0;
  for (let c = 0; c < shares.length; c++) {
    const own = members.reduce((most, { brings, score }) => ((brings >> c) & 1 ? Math.max(most, score) : most), -1);
    // A later member may bring a component better than the one that was chosen for it.
    const most = (open >> c) & 1 || own >= 0 ? Math.max(own, best[c]!) : -1;
    if (most < 0) continue;
    covered += shares[c]!;
    quality += shares[c]! * most;
  }
  const cost = members.reduce((sum, { costFen }) => sum + costFen, 0);
  const one = members.every(({ group }) => group === members[0]!.group);
  const more = Math.max(0, members.length - 1);
  return (
    Math.floor((POINTS.coverage * covered) / 1000) +
    Math.floor((POINTS.quality * quality) / (1000 * BEST_SCORE)) +
    pricePoints(need, cost) +
    (one ? POINTS.oneGroup : 0) -
    POINTS.member * more
  );
}
