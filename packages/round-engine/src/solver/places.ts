import type { RoundState } from './round-state';

/**
 * Who holds the places under nested caps when places go to the highest bids: where a package or something above it is full, the
 * lowest bid under it makes room.
 */
export class Places {
  private readonly flat: boolean;
  /** Bid of each place, beside `held`; a package's places are a heap, lowest first. */
  private readonly slotBid: Float64Array;
  /** Lowest bid held under each node (Infinity where none), and how many are held; kept for nested caps only. */
  private readonly lowest: Float64Array;
  private readonly count: Int32Array;

  constructor(private readonly state: RoundState) {
    const { nodeCount, packageCount, packageOf } = state.instance;
    this.flat = nodeCount === packageCount;
    this.slotBid = new Float64Array(packageOf.length);
    this.lowest = new Float64Array(nodeCount);
    this.count = new Int32Array(nodeCount);
  }

  /** Nobody holds anything. */
  clear(): void {
    this.state.slotOf.fill(-1);
    this.state.heldCount.fill(0);
    this.lowest.fill(Infinity);
    this.count.fill(0);
  }

  isFull(node: number): boolean {
    const held = this.flat ? this.state.heldCount[node]! : this.count[node]!;
    return held >= this.state.instance.capacity[node]!;
  }

  /** @returns The bid to beat where a node is full: the lowest under it; Infinity where it has no place at all. */
  lowestUnder(node: number): number {
    if (!this.flat) return this.lowest[node]!;
    return this.state.heldCount[node]! > 0 ? this.slotBid[this.state.columnStart[node]!]! : Infinity;
  }

  /** @returns The package, or the first node above it, that is full; −1 when there is a free place. */
  fullAt(package_: number): number {
    if (this.flat) return this.isFull(package_) ? package_ : -1;
    const { parent } = this.state.instance;
    let v = package_;
    while (v >= 0 && !this.isFull(v)) v = parent[v]!;
    return v;
  }

  /**
   * Gives a pair a place; where full, its bid is higher than the lowest there.
   *
   * @returns The pair that made room, −1 when none had to.
   */
  enter(pair: number, bid: number): number {
    const { packageOf, parent } = this.state.instance;
    const { count } = this;
    const j = packageOf[pair]!;
    const full = this.fullAt(j);
    let out = -1;
    if (full === j) out = this.displace(j, pair, bid);
    else {
      if (full >= 0) {
        const k = this.lowestPackageUnder(full);
        out = this.displace(k, -1, 0);
        for (let v = k; v >= 0; v = parent[v]!) count[v]!--;
        this.refresh(k);
      }
      this.rise(j, pair, bid);
      if (!this.flat) for (let v = j; v >= 0; v = parent[v]!) count[v]!++;
    }
    if (!this.flat) this.refresh(j);
    return out;
  }

  /** The lowest bid under a node is the lowest of its package too. */
  private lowestPackageUnder(node: number): number {
    const { childStart, child, instance } = this.state;
    let v = node;
    while (v >= instance.packageCount) {
      let low = child[childStart[v]!]!;
      for (let c = childStart[v]! + 1; c < childStart[v + 1]!; c++)
        if (this.lowest[child[c]!]! < this.lowest[low]!) low = child[c]!;
      v = low;
    }
    return v;
  }

  private refresh(package_: number): void {
    const { parent, packageCount } = this.state.instance;
    const { heldCount, columnStart, childStart, child } = this.state;
    for (let v = package_; v >= 0; v = parent[v]!) {
      let low = Infinity;
      if (v < packageCount) low = heldCount[v]! > 0 ? this.slotBid[columnStart[v]!]! : Infinity;
      else for (let c = childStart[v]!; c < childStart[v + 1]!; c++) low = Math.min(low, this.lowest[child[c]!]!);
      this.lowest[v] = low;
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
