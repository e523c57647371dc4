import { enlarged } from './enlarged';

/** A short list of integers for each row, all in one array, so that threads can share them. */
export interface ReadRowLists {
  readonly data: Int32Array;
  /** By row: where its list begins, and where it ends. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Lists that can be replaced; what they leave behind is swept out when it is more than half. */
export class RowLists implements ReadRowLists {
  data = new Int32Array(64);
  start = new Int32Array(16);
  end = new Int32Array(16);
  #used = 0;
  #live = 0;

  /** @param row the row @param values its new list */
  put(row: number, values: ArrayLike<number>): void {
    if (row >= this.start.length) {
      this.start = enlarged(this.start, Int32Array, row + 1);
      this.end = enlarged(this.end, Int32Array, row + 1);
    }
    this.clear(row);
    if (this.#used + values.length > this.data.length) {
      if (this.#live + values.length < this.data.length / 2) this.#sweep();
      else this.data = enlarged(this.data, Int32Array, this.#used + values.length);
    }
    this.data.set(values, this.#used);
    this.start[row] = this.#used;
    this.#used += values.length;
    this.#live += values.length;
    this.end[row] = this.#used;
  }

  /** @param row the row whose list becomes empty */
  clear(row: number): void {
    this.#live -= this.end[row]! - this.start[row]!;
    this.end[row] = this.start[row]!;
  }

  /** @param row a row @returns its list, a view that the next change may move */
  of(row: number): Int32Array {
    return this.data.subarray(this.start[row]!, this.end[row]!);
  }

  #sweep(): void {
    const kept = new Int32Array(this.data.length);
    let used = 0;
    for (let row = 0; row < this.start.length; row++) {
      const list = this.of(row);
      kept.set(list, used);
      this.start[row] = used;
      used += list.length;
      this.end[row] = used;
    }
    this.data = kept;
    this.#used = used;
  }
}
