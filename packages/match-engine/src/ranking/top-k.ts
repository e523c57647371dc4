import { tieKey } from './tie-key';

/** A row and its score. */
export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

/** The best k rows seen so far: score, then tie key, then id. A heap on typed arrays with the worst at the top. */
export class TopK {
  readonly #needHash: number;
  readonly #hashOf: (row: number) => number;
  readonly #idOf: (row: number) => string;
  readonly #rows: Int32Array;
  readonly #scores: Int32Array;
  #size = 0;

  /**
   * @param k how many to keep, at least 0
   * @param needHash hash of the need's id
   * @param hashOf hash of a row's id
   * @param idOf a row's id, asked only on equal keys
   */
  constructor(k: number, needHash: number, hashOf: (row: number) => number, idOf: (row: number) => string) {
    this.#needHash = needHash;
    this.#hashOf = hashOf;
    this.#idOf = idOf;
    this.#rows = new Int32Array(k);
    this.#scores = new Int32Array(k);
  }

  /** @param row a row not offered before @param score its score */
  offer(row: number, score: number): void {
    const k = this.#rows.length;
    if (this.#size < k) {
      this.#rows[this.#size] = row;
      this.#scores[this.#size] = score;
      this.#up(this.#size++);
    } else if (k > 0 && this.#isBetter(row, score, this.#rows[0]!, this.#scores[0]!)) {
      this.#rows[0] = row;
      this.#scores[0] = score;
      this.#down(0);
    }
  }

  /** Score below which nothing can enter any more; -1 while there is room. */
  get leastScore(): number {
    const k = this.#rows.length;
    return this.#size < k ? -1 : k === 0 ? Number.MAX_SAFE_INTEGER : this.#scores[0]!;
  }

  /** @returns rows and scores, best first */
  sorted(): ScoredRow[] {
    return Array.from({ length: this.#size }, (_, i) => ({ row: this.#rows[i]!, score: this.#scores[i]! })).toSorted(
      (a, b) => (this.#isBetter(a.row, a.score, b.row, b.score) ? -1 : 1),
    );
  }

  #isBetter(row: number, score: number, than: number, thanScore: number): boolean {
    if (score !== thanScore) return score > thanScore;
    const key = tieKey(this.#needHash, this.#hashOf(row));
    const thanKey = tieKey(this.#needHash, this.#hashOf(than));
    if (key !== thanKey) return key < thanKey;
    return this.#idOf(row) < this.#idOf(than);
  }

  #up(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #down(from: number): void {
    for (let at = from; ;) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#size && this.#isWorse(child, worst)) worst = child;
      }
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #isWorse(a: number, b: number): boolean {
    return this.#isBetter(this.#rows[b]!, this.#scores[b]!, this.#rows[a]!, this.#scores[a]!);
  }

  #swap(a: number, b: number): void {
    const row = this.#rows[a]!;
    const score = this.#scores[a]!;
    this.#rows[a] = this.#rows[b]!;
    this.#scores[a] = this.#scores[b]!;
    this.#rows[b] = row;
    this.#scores[b] = score;
  }
}
