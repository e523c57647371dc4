import { byNearness } from './by-nearness';
import { Places } from './places';
import type { RoundState } from './round-state';

/** A weight or worth that never wins. */
const NEVER = -(2 ** 31);

/**
 * Bids of needs for places, as a start for the exact solver: leaves chosen pairs and prices that are nearly in balance.
 * A package's places go to its highest bids; where a provider above is full, its lowest bid anywhere makes room.
 *
 * Methods are small and long loops call them, so that the compiler sees hot functions and not one endless loop.
 *
 * @see Bertsekas and Castañon, The auction algorithm for transportation problems (1989): similar objects.
 */
export class Auction {
  /** Bids so far. */
  bids = 0;
  private readonly flat: boolean;
  private readonly places: Places;
  /** Price of entry to each package where there are no nested caps: where full its lowest bid, else its reserve. */
  private readonly entry: Float64Array;
  private readonly wants: Int32Array;
  /** Needs that want more, each at most once. */
  private readonly waiting: Int32Array;
  private waits = 0;
  /** Package and weight of every pair side by side. */
  private readonly rows: Int32Array;

  private readonly order: Int32Array;
  private reserve: Float64Array;
  private boldness = 1;

  /** @param unit Weights are rounded to multiples of it, so that they fit 31 bits. */
  constructor(
    private readonly state: RoundState,
    private readonly unit: number,
  ) {
    const { needCount, nodeCount, packageCount, packageOf } = state.instance;
    this.flat = nodeCount === packageCount;
    this.places = new Places(state);
    this.entry = new Float64Array(nodeCount);
    this.reserve = new Float64Array(nodeCount);
    this.wants = new Int32Array(needCount);
    this.waiting = new Int32Array(needCount);
    this.order = byNearness(state);
    this.rows = new Int32Array(2 * packageOf.length);
    for (let e = 0; e < packageOf.length; e++) {
      const weight = state.weight[e]!;
      this.rows[2 * e] = packageOf[e]!;
      this.rows[2 * e + 1] = weight === -Infinity ? NEVER : Math.round(weight / unit);
    }
  }

  /**
   * Begins anew: nobody holds anything.
   *
   * @param boldness By how much a bid goes beyond what the need would bear, in weight.
   * @param back How far prices start below those of the auction before, in weight.
   */
  restart(boldness: number, back: number): void {
    const { needCount, nodeCount, capacity, demand } = this.state.instance;
    this.reserve = this.prices().map((price) => Math.max(0, Math.floor((price - back) / this.unit)));
    this.boldness = Math.max(1, Math.floor(boldness / this.unit));
    this.places.clear();
    for (let v = 0; v < nodeCount; v++) this.entry[v] = capacity[v]! > 0 ? this.reserve[v]! : Infinity;
    this.wants.set(demand);
    this.waits = 0;
    for (let n = needCount - 1; n >= 0; n--) {
      const i = this.order[n]!;
      if (demand[i]! > 0) this.waiting[this.waits++] = i;
    }
  }

  /** Bids until nobody wants more at these prices or so many bids more were made. */
  run(mostBids: number): void {
    const until = this.bids + mostBids;
    while (this.waits > 0 && this.bids < until) this.bid(this.waiting[this.waits - 1]!);
  }

  /** @returns Price of every node, a multiple of the unit, at least that of the node above it. */
  prices(): Float64Array {
    const { nodeCount, parent, capacity } = this.state.instance;
    const price = new Float64Array(nodeCount);
    for (let v = nodeCount - 1; v >= 0; v--) {
      const above = Math.max(this.reserve[v]!, parent[v]! < 0 ? 0 : price[parent[v]!]!);
      const full = capacity[v]! > 0 && this.places.isFull(v);
      price[v] = full ? Math.max(above, Math.floor(this.places.lowestUnder(v))) : above;
    }
    return price.map((units) => units * this.unit);
  }

  private bid(i: number): void {
    const { instance, slotOf } = this.state;
    const { mandatory, rowStart, demand } = instance;
    const { entry, flat, rows } = this;
    const holds = this.wants[i]! < demand[i]!;
    // The best pair not held, and what the next best is worth.
    const floor = mandatory !== null && mandatory[i]! > 0 ? NEVER : 0;
    let best = floor;
    let second = floor;
    let pair = -1;
    const until = rowStart[i + 1]!;
    for (let e = rowStart[i]!; e < until; e++) {
      const j = rows[2 * e]!;
      const value = rows[2 * e + 1]! - (flat ? entry[j]! : this.priceOf(j));
      if (value <= second || (holds && slotOf[e]! >= 0)) continue;
      if (value > best) {
        second = best;
        best = value;
        pair = e;
      } else second = value;
    }
    if (pair < 0) {
      this.waits--;
      return;
    }
    this.bids++;
    const j = rows[2 * pair]!;
    const bid = rows[2 * pair + 1]! - (second === NEVER ? best : second) + this.boldness;
    const loser = this.places.enter(pair, bid);
    if (flat && this.places.isFull(j)) entry[j] = this.places.lowestUnder(j);
    if (--this.wants[i]! === 0) this.waits--;
    if (loser >= 0) {
      const other = this.state.needOf[loser]!;
      if (this.wants[other]!++ === 0) this.waiting[this.waits++] = other;
    }
  }

  private priceOf(package_: number): number {
    const full = this.places.fullAt(package_);
    if (full < 0) return this.reserve[package_]!;
    return Math.max(this.places.lowestUnder(full), this.reserve[package_]!);
  }
}
