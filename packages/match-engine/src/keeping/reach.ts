import { enlarged } from '../columns/enlarged';
import type { RankColumns } from '../columns/rank-columns';
import { RowLists } from '../columns/row-lists';
import type { PreparedNeed } from '../ranking/prepared-need';
import type { Weights } from '../scoring/weights';
import { termEvidence, textLength } from '../scoring/word-evidence';
import { wordsPermille } from '../scoring/words';

/**
 * What each need would take of a package, in a few arrays, so that most needs are passed over by a look at these: its
 * words, what it may give apart from words, and the score that must be reached.
 */
export class Reach {
  readonly #words = new RowLists();
  /** By need: most points for what it asks, apart from words. */
  #most = new Int32Array(16);
  /** By need: least score to enter its list. */
  #least = new Int32Array(16);
  /** By term: times in the package that is looked at. */
  #times = new Int32Array(0);
  #length = 0;

  /** @param number the need's number @param need the need @param weights the weights */
  add(number: number, need: PreparedNeed, { points }: Weights): void {
    if (number >= this.#most.length) {
      this.#most = enlarged(this.#most, Int32Array, number + 1);
      this.#least = enlarged(this.#least, Int32Array, number + 1);
    }
    const pairs = new Int32Array(2 * need.terms.length);
    need.terms.forEach((term, i) => pairs.set([term, need.termWeights[i]!], 2 * i));
    this.#words.put(number, pairs);
    const covered = Math.trunc((points.coverage * (need.mostCoverage[0] ?? 0)) / 1000);
    this.#most[number] = covered + points.focus + points.price;
  }

  /** @param number the need's number @param score least score to enter its list */
  setLeast(number: number, score: number): void {
    this.#least[number] = Math.min(score, 0x7fffffff);
  }

  /** Begins with a package. @param columns the index @param row its row */
  begin(columns: RankColumns, row: number): void {
    if (this.#times.length < columns.documentFrequency.length)
      this.#times = new Int32Array(2 * columns.documentFrequency.length);
    this.#length = textLength(columns, columns.termTotal[row]!);
    this.#write(columns, row, true);
  }

  /** Ends with a package. @param columns the index @param row its row */
  end(columns: RankColumns, row: number): void {
    this.#write(columns, row, false);
  }

  /**
   * Points that the words bring for a need, or -1 where the package cannot enter its list.
   *
   * @param number the need's number @param sure the package's sure points @param weights the weights
   * @returns points ≥ 0, exactly those of `words`; or -1
   */
  wordsFor(number: number, sure: number, weights: Weights): number {
    const short = this.#least[number]! - this.#most[number]! - sure;
    if (weights.points.words < short) return -1;
    const { data, start, end } = this.#words;
    const last = end[number]!;
    let evidence = 0;
    for (let i = start[number]!; i < last; i += 2) {
      const times = this.#times[data[i]!]!;
      if (times > 0) evidence += termEvidence(data[i + 1]!, times, this.#length);
    }
    const words = Math.trunc((weights.points.words * wordsPermille(evidence, weights)) / 1000);
    return words < short ? -1 : words;
  }

  #write({ termCounts }: RankColumns, row: number, isThere: boolean): void {
    const { data, start, end } = termCounts;
    for (let i = start[row]!; i < end[row]!; i += 2) this.#times[data[i]!] = isThere ? data[i + 1]! : 0;
  }
}
