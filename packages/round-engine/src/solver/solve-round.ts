import type { RoundInstance } from '../round-instance';
import { Auction } from './auction';
import { mendAll } from './mend';
import { newRoundState, type RoundState } from './round-state';
import { startFromPrices } from './start-from-prices';

/** The best round, or what cannot be met. */
export interface SolvedRound {
  readonly state: RoundState;
  /** Points whose least flow cannot be met; empty when the round is solved. */
  readonly unmet: readonly number[];
  /** Bids of the auctions before. */
  readonly bids: number;
}

/**
 * Two auctions, bold and then fine, bring the choice near the optimum; cheapest ways bring it there exactly. How bold they are
 * changes the time and never the result.
 */
const BOLD = 0.03;
const FINE = 0.001;
/** The second auction begins this many bold steps below the prices of the first. */
const STEP_BACK = 2;
const MOST_BIDS_A_NEED = 30;

/** @returns The optimum: most weight under all caps and floors. */
export function solveRound(instance: RoundInstance): SolvedRound {
  const state = newRoundState(instance);
  const mostBids = MOST_BIDS_A_NEED * instance.needCount;
  const { weight } = instance;
  let low = 0;
  let high = 0;
  for (let e = 0; e < weight.length; e++) {
    const w = weight[e]!;
    if (w > high) high = w;
    else if (w < low && w !== -Infinity) low = w;
  }
  const unit = Math.max(1, Math.ceil(Math.max(-low, high) / 2 ** 30));
  const range = high - low;
  const auction = new Auction(state, unit);
  auction.restart(range * BOLD, 0);
  auction.run(mostBids);
  auction.restart(range * FINE, range * BOLD * STEP_BACK);
  auction.run(mostBids);
  startFromPrices(state, auction.prices());
  return { state, unmet: mendAll(state), bids: auction.bids };
}
