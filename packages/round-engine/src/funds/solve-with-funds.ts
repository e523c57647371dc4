import { certify } from '../certificate/certify';
import { ExactSum } from '../certificate/exact-sum';
import type { RoundInstance } from '../round-instance';
import { fitToFunds } from './fit-to-funds';
import type { Funds } from './funds';
import type { FundsProof } from './funds-proof';
import { solveRound } from '../solver/solve-round';

/** A round within the funds, and how far from the best it can be at most. */
export interface FundedRound {
  readonly chosen: Int32Array;
  readonly objective: bigint;
  /** No round within the funds has more weight; proven by `proof`. */
  readonly bound: bigint;
  readonly proof: FundsProof;
}

/** Weights and prices together reach at most this, far from where integers end. */
const MOST = 2 ** 46;
/** As fine as a toll gets: a part of a point for one unit of price. */
const FINEST = 2 ** 32;

/** Weights are multiplied by this, so that a unit of price may be worth a part of a point. */
const scaleFor = (largest: number): number => {
  let scale = 1;
  while (scale < FINEST && largest * scale * 2 <= MOST) scale *= 2;
  return scale;
};

/**
 * Best weight within the funds, nearly: funds are priced (Lagrange), each priced round is solved exactly and made to fit, and the
 * least priced optimum bounds what any round can bring.
 *
 * @param steps How many prices are tried.
 * @throws RangeError when the round has floors (what must be filled may not be payable: that is for a general solver), or when
 * prices and weights are too large to be reckoned with together.
 */
export function solveWithFunds(instance: RoundInstance, funds: Funds, steps = 60): FundedRound {
  const { floor, groupFloor, mandatory } = instance;
  if (floor.some((n) => n > 0) || groupFloor.some((n) => n > 0) || mandatory?.includes(1))
    throw new RangeError('funds do not go with floors');
  const { weight, needCount, rowStart } = instance;
  const { price, fundOf, budget } = funds;
  const payer = new Int32Array(weight.length);
  for (let i = 0; i < needCount; i++) payer.fill(fundOf[i]!, rowStart[i]!, rowStart[i + 1]!);
  const toll = new Float64Array(budget.length);
  const largest = weight.reduce((top, w) => (w === -Infinity ? top : Math.max(top, Math.abs(w))), 1);
  const scale = scaleFor(largest);
  if (largest > MOST / 1024 || price.some((p) => !(p >= 0 && p <= 2 ** 40)))
    throw new RangeError('weights or prices are too large');
  let best: Int32Array = new Int32Array(0);
  let bestValue = 0;
  let bound: bigint | null = null;
  let proof: FundsProof = {
    scale,
    toll: toll.slice(),
    needGain: new Float64Array(instance.needCount),
    nodePrice: new Float64Array(instance.nodeCount),
    groupGain: new Float64Array(instance.groupFloor.length),
  };
  let boldness = 1;
  let since = 0;
  for (let step = 0; step < steps; step++) {
    const priced = weight.map((w, e) => {
      if (w === -Infinity) return w;
      const less = payer[e]! < 0 ? 0 : toll[payer[e]!]! * price[e]!;
      // Below this no pair is chosen anyway.
      return Math.max(w * scale - less, -(2 ** 48));
    });
    const { chosen, objective, needGain, nodePrice, groupGain } = certify(
      solveRound({ ...instance, weight: priced }).state,
    );
    const sum = new ExactSum();
    budget.forEach((has, b) => sum.addProduct(toll[b]!, Math.floor(has)));
    const value = objective + sum.total;
    if (bound === null || value < bound) {
      bound = value;
      proof = { scale, toll: toll.slice(), needGain, nodePrice, groupGain };
      since = 0;
    } else if (++since >= 5) {
      boldness /= 2;
      since = 0;
    }
    const fitting = fitToFunds(instance, funds, payer, chosen, priced);
    const worth = fitting.reduce((total, e) => total + weight[e]!, 0);
    if (worth > bestValue) [best, bestValue] = [fitting, worth];
    const over = budget.map((has) => -has);
    for (const e of chosen) if (payer[e]! >= 0) over[payer[e]!]! += price[e]!;
    // Towards a higher toll where too much is spent, a lower one where something is left (Polyak's step).
    let norm = 0;
    for (let b = 0; b < over.length; b++) if (over[b]! > 0 || toll[b]! > 0) norm += over[b]! * over[b]!;
    if (norm === 0) break;
    const gap = Number(value) - bestValue * scale;
    if (gap <= 0) break;
    for (let b = 0; b < toll.length; b++)
      toll[b] = Math.min(MOST, Math.max(0, Math.round(toll[b]! + (boldness * gap * over[b]!) / norm)));
  }
  const sum = new ExactSum();
  for (const e of best) sum.add(weight[e]!);
  return { chosen: best, objective: sum.total, bound: (bound ?? 0n) / BigInt(scale), proof };
}
