import type { ScoredRow, TieOrder } from '../ranking/top-k';
import { comesFirst } from '../ranking/top-k';

/**
 * The list of one need, twice as long as what is shown, so that what goes is made good from what was kept. It is always
 * the best part of all that could be suggested.
 *
 * @see Yi, Yu, Yang, Xia & Chen, "Efficient maintenance of materialized top-k views", ICDE 2003
 */
export class KeptList {
  readonly #needHash: number;
  readonly #order: TieOrder;
  readonly #most: number;
  #entries: ScoredRow[] = [];
  /** True when nothing stands outside that could be suggested. */
  #whole = true;

  /** @param needHash hash of the need's id @param order what tells ties apart @param shown how many are shown */
  constructor(needHash: number, order: TieOrder, shown: number) {
    this.#needHash = needHash;
    this.#order = order;
    this.#most = 2 * shown;
  }

  get entries(): readonly ScoredRow[] {
    return this.#entries;
  }

  /** How many a full ranking should give. */
  get most(): number {
    return this.#most;
  }

  /** Score below which a row cannot enter. */
  get leastScore(): number {
    return this.#whole ? 0 : (this.#entries.at(-1)?.score ?? Number.MAX_SAFE_INTEGER);
  }

  /** Takes a full ranking. @param ranked the best `most` rows */
  fill(ranked: readonly ScoredRow[]): void {
    this.#entries = [...ranked];
    this.#whole = ranked.length < this.#most;
  }

  /**
   * @param row a row that is not in the list @param score its score
   * @returns its place, or -1 when it does not enter
   */
  enter(row: number, score: number): number {
    let at = this.#entries.length;
    while (at > 0 && this.#isBetter(row, score, this.#entries[at - 1]!)) at--;
    if (at === this.#entries.length && !this.#whole) return -1;
    this.#entries.splice(at, 0, { row, score });
    if (this.#entries.length > this.#most) {
      this.#entries.pop();
      this.#whole = false;
    }
    return at < this.#entries.length ? at : -1;
  }

  /** @param row a row that goes @returns the place that it had, -1 when it had none */
  leave(row: number): number {
    const at = this.#entries.findIndex((entry) => entry.row === row);
    if (at >= 0) this.#entries.splice(at, 1);
    return at;
  }

  /** @param shown how many are shown @returns true when fewer are left though more could be suggested */
  isShort(shown: number): boolean {
    return !this.#whole && this.#entries.length < shown;
  }

  #isBetter(row: number, score: number, than: ScoredRow): boolean {
    return score === than.score ? comesFirst(this.#needHash, this.#order, row, than.row) : score > than.score;
  }
}
