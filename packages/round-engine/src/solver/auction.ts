import { byNearness } from './by-nearness';
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
  /** Bid of each place, beside `held`; a package's places are a heap, lowest first. */
  private readonly slotBid: Float64Array;
  /** Lowest bid held under each node (Infinity where none), and how many are held. */
  private readonly lowest: Float64Array;
  private readonly count: Int32Array;
  /** Price of entry to each node: where full its lowest bid, else its reserve. */
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
    this.slotBid = new Float64Array(packageOf.length);
    this.lowest = new Float64Array(nodeCount);
    this.count = new Int32Array(nodeCount);
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
    this.state.slotOf.fill(-1);
    this.state.heldCount.fill(0);
    this.lowest.fill(Infinity);
    this.count.fill(0);
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
      const held = this.flat ? this.state.heldCount[v]! : this.count[v]!;
      const full = capacity[v]! > 0 && held >= capacity[v]!;
      price[v] = full ? Math.max(above, Math.floor(this.flat ? this.entry[v]! : this.lowest[v]!)) : above;
    }
    return price.map((units) => units * this.unit);
  }

  private bid(i: number): void {
    const { instance, slotOf, heldCount, columnStart } = this.state;
    const { mandatory, rowStart, capacity, demand } = instance;
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
    let loser = -1;
    if (!flat) loser = this.enterNested(j, pair, bid);
    else if (heldCount[j]! < capacity[j]!) this.rise(j, pair, bid);
    else loser = this.displace(j, pair, bid);
    if (flat && heldCount[j]! >= capacity[j]!) entry[j] = this.slotBid[columnStart[j]!]!;
    if (--this.wants[i]! === 0) this.waits--;
    if (loser >= 0) {
      const other = this.state.needOf[loser]!;
      if (this.wants[other]!++ === 0) this.waiting[this.waits++] = other;
    }
  }

  private priceOf(package_: number): number {
    const { parent, capacity } = this.state.instance;
    for (let v = package_; v >= 0; v = parent[v]!)
      if (this.count[v]! >= capacity[v]!) return Math.max(this.entry[v]!, this.reserve[package_]!);
    return this.reserve[package_]!;
  }

  /** @returns The pair that made room, −1 when none had to. */
  private enterNested(j: number, pair: number, bid: number): number {
    const { parent, capacity, packageCount } = this.state.instance;
    const { childStart, child } = this.state;
    const { count, lowest } = this;
    let full = j;
    while (full >= 0 && count[full]! < capacity[full]!) full = parent[full]!;
    let out = -1;
    if (full === j) out = this.displace(j, pair, bid);
    else {
      if (full >= 0) {
        // The lowest bid under what is full is the lowest of its package too.
        let k = full;
        while (k >= packageCount) {
          let low = child[childStart[k]!]!;
          for (let c = childStart[k]! + 1; c < childStart[k + 1]!; c++)
            if (lowest[child[c]!]! < lowest[low]!) low = child[c]!;
          k = low;
        }
        out = this.displace(k, -1, 0);
        for (let v = k; v >= 0; v = parent[v]!) count[v]!--;
        this.refresh(k);
      }
      this.rise(j, pair, bid);
      for (let v = j; v >= 0; v = parent[v]!) count[v]!++;
    }
    this.refresh(j);
    return out;
  }

  private refresh(package_: number): void {
    const { parent, capacity, packageCount } = this.state.instance;
    const { heldCount, columnStart, childStart, child } = this.state;
    for (let v = package_; v >= 0; v = parent[v]!) {
      let low = Infinity;
      if (v < packageCount) low = heldCount[v]! > 0 ? this.slotBid[columnStart[v]!]! : Infinity;
      else for (let c = childStart[v]!; c < childStart[v + 1]!; c++) low = Math.min(low, this.lowest[child[c]!]!);
      this.lowest[v] = low;
      this.entry[v] = this.count[v]! >= capacity[v]! ? low : this.reserve[v]!;
    }
  }

  private place(slot: number, pair: number, bid: number): void {
    this.state.held[slot] = pair;
    this.slotBid[slot] = bid;
    this.state.slotOf[pair] = slot;
  }

  private rise(j: number, pair: number, bid: number): void {
    const { held, heldCount, columnStart } = this.state;
    const base = columnStart[j]!;
    let at = heldCount[j]!++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (this.slotBid[base + up]! <= bid) break;
      this.place(base + at, held[base + up]!, this.slotBid[base + up]!);
      at = up;
    }
    this.place(base + at, pair, bid);
  }

  private sink(j: number, pair: number, bid: number): void {
    const { held, heldCount, columnStart } = this.state;
    const { slotBid } = this;
    const base = columnStart[j]!;
    const size = heldCount[j]!;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && slotBid[base + down + 1]! < slotBid[base + down]!) down++;
      if (slotBid[base + down]! >= bid) break;
      this.place(base + at, held[base + down]!, slotBid[base + down]!);
      at = down;
    }
    this.place(base + at, pair, bid);
  }

  /** Takes the lowest bid of a package out, and puts another in its place where one is given. */
  private displace(j: number, pair: number, bid: number): number {
    const { held, heldCount, slotOf, columnStart } = this.state;
    const base = columnStart[j]!;
    const out = held[base]!;
    slotOf[out] = -1;
    if (pair >= 0) this.sink(j, pair, bid);
    else {
      const last = base + --heldCount[j]!;
      if (heldCount[j]! > 0) this.sink(j, held[last]!, this.slotBid[last]!);
    }
    return out;
  }
}
