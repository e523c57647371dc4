import { PointHeap } from './point-heap';

/** What one search for a cheapest way writes on; clean between searches. */
export class Search {
  /** Pairs looked at, and searches, so far. */
  scanned = 0;
  searches = 0;
  /** Length of the shortest way known to an end, the end, and the point before the root where the end is the root. */
  best = Infinity;
  end = -1;
  last = -1;
  /** Distance of the point whose neighbours are looked at. */
  now = 0;
  stop = -1;
  readonly distance: Float64Array;
  /** The point before each on the way, and the pair that joins them (−1 where none does). */
  readonly from: Int32Array;
  readonly byPair: Int32Array;
  readonly touched: Int32Array;
  touchedCount = 0;
  /** How many points the last search reached: the first of `touched`. */
  reached = 0;
  readonly heap = new PointHeap();
  /** Points at the distance `now` that have not been looked at: they need no heap. */
  private readonly stack: Int32Array;
  private stackSize = 0;

  constructor(points: number) {
    this.distance = new Float64Array(points).fill(Infinity);
    this.from = new Int32Array(points);
    this.byPair = new Int32Array(points);
    this.touched = new Int32Array(points);
    this.stack = new Int32Array(points);
  }

  begin(start: number, stop: number): void {
    this.searches++;
    this.best = Infinity;
    this.end = -1;
    this.last = -1;
    this.now = 0;
    this.stop = stop;
    this.reach(start, 0, -1, -1);
  }

  reach(point: number, at: number, source: number, pair: number): void {
    if (at >= this.best || at >= this.distance[point]!) return;
    if (this.distance[point] === Infinity) this.touched[this.touchedCount++] = point;
    this.distance[point] = at;
    this.from[point] = source;
    this.byPair[point] = pair;
    if (point === this.stop) {
      this.best = at;
      this.end = point;
    } else if (at === this.now) this.stack[this.stackSize++] = point;
    else this.heap.push(at, point);
  }

  /** The root can be reached over `point`. */
  reachRoot(point: number, at: number): void {
    if (at >= this.best) return;
    this.best = at;
    this.last = point;
    this.end = -1;
  }

  /** The root is the next point after `point`, which itself is reached now and shorter than anything before. */
  endAt(point: number, at: number, source: number, pair: number): void {
    this.from[point] = source;
    this.byPair[point] = pair;
    this.best = at;
    this.last = point;
    this.end = -1;
  }

  /** @returns The next point to look at, −1 when no shorter way is left. */
  next(): number {
    const { heap } = this;
    if (this.stackSize > 0) return this.now < this.best ? this.stack[--this.stackSize]! : -1;
    for (;;) {
      this.now = heap.leastKey();
      if (this.now >= this.best) return -1;
      const point = heap.pop();
      if (this.now === this.distance[point]) return point;
    }
  }

  /** Adds sign × (distance − best) to the potentials of the points nearer than the end, and cleans up. */
  finish(potential: Float64Array, sign: number): void {
    const { distance, touched, best } = this;
    for (let t = 0; t < this.touchedCount; t++) {
      const point = touched[t]!;
      const at = distance[point]!;
      if (at < best && best < Infinity) potential[point]! += sign * (at - best);
      distance[point] = Infinity;
    }
    this.reached = this.touchedCount;
    this.touchedCount = 0;
    this.stackSize = 0;
    this.heap.size = 0;
  }
}
