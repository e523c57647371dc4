import { tieKey } from './tie-key';

/** What tells equal scores apart: the hash of each row's id, and the order among the few of the same hash. */
export interface TieOrder {
  readonly hash: Uint32Array;
  readonly twin: Uint16Array;
}

/** A row and its score. */
export interface ScoredRow {
  readonly row: number;
  readonly score: number;
}

/**
 * Tells which of two rows with equal scores comes first.
 *
 * @param needHash hash of the need's id @param order hash and twin by row @param row a row @param than another row
 * @returns true when `row` does
 */
export function comesFirst(needHash: number, { hash, twin }: TieOrder, row: number, than: number): boolean {
  const key = tieKey(needHash, hash[row]!);
  const thanKey = tieKey(needHash, hash[than]!);
  return key === thanKey ? twin[row]! < twin[than]! : key < thanKey;
}

/** The best k rows seen so far: score, then tie key, then id. A heap on typed arrays with the worst at the top. */
export class TopK {
  readonly #needHash: number;
  readonly #order: TieOrder;
  readonly #rows: Int32Array;
  readonly #scores: Int32Array;
  #size = 0;
  /** Score below which nothing can enter any more; -1 while there is room. */
  leastScore: number;

  /**
   * @param k how many to keep, at least 0
   * @param needHash hash of the need's id
   * @param order hash and twin by row
   */
  constructor(k: number, needHash: number, order: TieOrder) {
    this.#needHash = needHash;
    this.#order = order;
    this.#rows = new Int32Array(k);
    this.#scores = new Int32Array(k);
    this.leastScore = k === 0 ? Number.MAX_SAFE_INTEGER : -1;
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
    if (k > 0 && this.#size === k) this.leastScore = this.#scores[0]!;
  }

  /** @returns rows and scores, best first; afterwards nothing more may be offered */
  sorted(): ScoredRow[] {
    const sorted: ScoredRow[] = Array.from({ length: this.#size });
    for (let i = this.#size - 1; i >= 0; i--) {
      sorted[i] = { row: this.#rows[0]!, score: this.#scores[0]! };
      this.#swap(0, --this.#size);
      this.#down(0);
    }
    return sorted;
  }

  #isBetter(row: number, score: number, than: number, thanScore: number): boolean {
    return score === thanScore ? comesFirst(this.#needHash, this.#order, row, than) : score > thanScore;
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
      const child = 2 * at + 1;
      if (child < this.#size && this.#isWorse(child, worst)) worst = child;
      if (child + 1 < this.#size && this.#isWorse(child + 1, worst)) worst = child + 1;
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
