/** A spanning tree with a flow on it; the arcs' lower bounds are 0 and the last `nodes` arcs are artificial. */
export class NetworkSimplex {
  readonly flow: Float64Array;
  readonly potential: Float64Array;
  private readonly source: Int32Array;
  private readonly target: Int32Array;
  private readonly most: Float64Array;
  private readonly cost: Float64Array;
  /** 1 at the lower bound, −1 at the upper, 0 in the tree. */
  private readonly side: Int8Array;
  private readonly parent: Int32Array;
  /** The arc to the parent. */
  private readonly link: Int32Array;
  private readonly depth: Int32Array;
  /** Children as a doubly linked list. */
  private readonly firstChild: Int32Array;
  private readonly nextChild: Int32Array;
  private readonly lastChild: Int32Array;
  private nextArc = 0;

  constructor(
    private readonly nodes: number,
    source: Int32Array,
    target: Int32Array,
    most: Float64Array,
    cost: Float64Array,
    supply: Float64Array,
  ) {
    const arcs = source.length;
    const all = arcs + nodes;
    const root = nodes;
    this.source = new Int32Array(all);
    this.source.set(source);
    this.target = new Int32Array(all);
    this.target.set(target);
    this.most = new Float64Array(all).fill(Infinity);
    this.most.set(most);
    this.cost = new Float64Array(all);
    this.cost.set(cost);
    this.flow = new Float64Array(all);
    this.potential = new Float64Array(nodes + 1);
    this.side = new Int8Array(all).fill(1);
    this.parent = new Int32Array(nodes + 1).fill(-1);
    this.link = new Int32Array(nodes + 1).fill(-1);
    this.depth = new Int32Array(nodes + 1);
    this.firstChild = new Int32Array(nodes + 1).fill(-1);
    this.nextChild = new Int32Array(nodes + 1).fill(-1);
    this.lastChild = new Int32Array(nodes + 1).fill(-1);
    // Dearer than any way through the network.
    const dear = (cost.reduce((top, c) => Math.max(top, Math.abs(c)), 0) + 1) * (nodes + 1);
    for (let v = 0; v < nodes; v++) {
      const e = arcs + v;
      const gives = supply[v]! >= 0;
      this.source[e] = gives ? v : root;
      this.target[e] = gives ? root : v;
      this.cost[e] = gives ? 0 : dear;
      this.flow[e] = Math.abs(supply[v]!);
      this.side[e] = 0;
      this.potential[v] = gives ? 0 : dear;
      this.hang(v, root, e);
      this.depth[v] = 1;
    }
  }

  /** @returns 'optimal' (for the artificial arcs too), or 'unbounded'. */
  run(): 'optimal' | 'unbounded' {
    for (let e = this.entering(); e >= 0; e = this.entering()) if (!this.pivot(e)) return 'unbounded';
    return 'optimal';
  }

  /** The worst arc of the next block that has one; −1 when every arc is in order. */
  private entering(): number {
    const { source, target, cost, potential, side } = this;
    const all = side.length;
    const block = Math.max(10, Math.ceil(Math.sqrt(all)));
    let worst = 0;
    let found = -1;
    let left = block;
    let e = this.nextArc;
    for (let looked = 0; looked < all; looked++) {
      const out = side[e]! * (cost[e]! + potential[source[e]!]! - potential[target[e]!]!);
      if (out < worst) {
        worst = out;
        found = e;
      }
      e = e + 1 === all ? 0 : e + 1;
      if (--left > 0) continue;
      if (found >= 0) break;
      left = block;
    }
    this.nextArc = e;
    return found;
  }

  /** @returns False where flow may grow without end. */
  private pivot(entering: number): boolean {
    const { source, target, most, flow, side, parent, link, depth } = this;
    const lower = side[entering]! > 0;
    const first = lower ? source[entering]! : target[entering]!;
    const second = lower ? target[entering]! : source[entering]!;
    let a = first;
    let b = second;
    while (a !== b) {
      if (depth[a]! >= depth[b]!) a = parent[a]!;
      else b = parent[b]!;
    }
    const apex = a;
    // The last arc that blocks, seen from the apex along the flow, leaves: so the tree stays strongly feasible and no cycle turns.
    let step = most[entering]!;
    let leaving = -1;
    let onFirst = false;
    for (let u = first; u !== apex; u = parent[u]!) {
      const e = link[u]!;
      const room = source[e] === u ? flow[e]! : most[e]! - flow[e]!;
      if (room >= step) continue;
      step = room;
      leaving = u;
      onFirst = true;
    }
    for (let u = second; u !== apex; u = parent[u]!) {
      const e = link[u]!;
      const room = source[e] === u ? most[e]! - flow[e]! : flow[e]!;
      if (room > step) continue;
      step = room;
      leaving = u;
      onFirst = false;
    }
    if (step === Infinity) return false;
    if (step > 0) {
      flow[entering]! += lower ? step : -step;
      for (let u = first; u !== apex; u = parent[u]!) flow[link[u]!]! += source[link[u]!] === u ? -step : step;
      for (let u = second; u !== apex; u = parent[u]!) flow[link[u]!]! += source[link[u]!] === u ? step : -step;
    }
    if (leaving < 0) {
      side[entering] = lower ? -1 : 1;
      return true;
    }
    const out = link[leaving]!;
    side[out] = flow[out] === 0 ? 1 : -1;
    side[entering] = 0;
    this.rehang(onFirst ? first : second, onFirst ? second : first, leaving, entering);
    return true;
  }

  /** Turns the way from `inner` up to `top` round and hangs it under `outer`. */
  private rehang(inner: number, outer: number, top: number, entering: number): void {
    const { parent, link, source, cost, potential, depth, firstChild, nextChild } = this;
    let above = outer;
    let by = entering;
    for (let u = inner; ;) {
      const [next, old] = [parent[u]!, link[u]!];
      this.unhang(u);
      this.hang(u, above, by);
      if (u === top) break;
      above = u;
      by = old;
      u = next;
    }
    const shift =
      source[entering] === inner
        ? potential[outer]! - cost[entering]! - potential[inner]!
        : potential[outer]! + cost[entering]! - potential[inner]!;
    depth[inner] = depth[outer]! + 1;
    potential[inner]! += shift;
    // Everything below, children before brothers.
    let u = firstChild[inner]!;
    while (u >= 0 && u !== inner) {
      potential[u]! += shift;
      depth[u] = depth[parent[u]!]! + 1;
      if (firstChild[u]! >= 0) {
        u = firstChild[u]!;
        continue;
      }
      while (u !== inner && nextChild[u]! < 0) u = parent[u]!;
      if (u !== inner) u = nextChild[u]!;
    }
  }

  private hang(u: number, above: number, by: number): void {
    const first = this.firstChild[above]!;
    this.parent[u] = above;
    this.link[u] = by;
    this.nextChild[u] = first;
    this.lastChild[u] = -1;
    if (first >= 0) this.lastChild[first] = u;
    this.firstChild[above] = u;
  }

  private unhang(u: number): void {
    const [before, after] = [this.lastChild[u]!, this.nextChild[u]!];
    if (before >= 0) this.nextChild[before] = after;
    else this.firstChild[this.parent[u]!] = after;
    if (after >= 0) this.lastChild[after] = before;
  }
}
