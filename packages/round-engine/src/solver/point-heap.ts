/** A binary heap of points by key, least first; a point may be in it more than once. */
export class PointHeap {
  size = 0;
  private keys = new Float64Array(1024);
  private points = new Int32Array(1024);

  /** @returns The least key; Infinity when empty. */
  leastKey(): number {
    return this.size > 0 ? this.keys[0]! : Infinity;
  }

  push(key: number, point: number): void {
    if (this.size === this.keys.length) this.grow();
    const { keys, points } = this;
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (keys[up]! <= key) break;
      keys[at] = keys[up]!;
      points[at] = points[up]!;
      at = up;
    }
    keys[at] = key;
    points[at] = point;
  }

  /** @returns The point with the least key, taken out; only when there is one. */
  pop(): number {
    const { keys, points } = this;
    const top = points[0]!;
    const size = --this.size;
    const key = keys[size]!;
    const point = points[size]!;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && keys[down + 1]! < keys[down]!) down++;
      if (keys[down]! >= key) break;
      keys[at] = keys[down]!;
      points[at] = points[down]!;
      at = down;
    }
    keys[at] = key;
    points[at] = point;
    return top;
  }

  private grow(): void {
    const keys = new Float64Array(this.keys.length * 2);
    const points = new Int32Array(this.points.length * 2);
    keys.set(this.keys);
    points.set(this.points);
    this.keys = keys;
    this.points = points;
  }
}
