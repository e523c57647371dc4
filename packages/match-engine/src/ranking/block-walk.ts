import type { BlockOrder } from '../columns/block';
import type { Block } from '../columns/blocks';
import type { RankColumns } from '../columns/rank-columns';
import { evaluateRow, NO_SCORE } from '../scoring/evaluate-row';
import { fixedPoints } from '../scoring/fixed-points';
import type { Weights } from '../scoring/weights';
import { termEvidence, textLength } from '../scoring/word-evidence';
import { wordsPermille } from '../scoring/words';
import type { RowChoice } from './best-rows';
import type { PreparedNeed } from './prepared-need';
import { type ScoredRow, TopK } from './top-k';

/**
 * Walks blocks for one need. Within a block the rows with the need's rarest words come first, then those with the most
 * sure points; it ends where nothing unseen can enter.
 *
 * @see Turtle & Flood, "Query evaluation: strategies and optimizations", 1995 (safe pruning)
 */
export class BlockWalk {
  readonly #need: PreparedNeed;
  readonly #columns: RankColumns;
  readonly #weights: Weights;
  readonly #choice: RowChoice;
  readonly #best: TopK;
  readonly #seen: Int32Array;
  readonly #mark: number;
  /** Places in the block's terms of the need's words that stand there, and the evidence that each brings at most. */
  readonly #slots: Int32Array;
  readonly #most: Float64Array;

  constructor(need: PreparedNeed, columns: RankColumns, weights: Weights, k: number, choice: RowChoice) {
    this.#need = need;
    this.#columns = columns;
    this.#weights = weights;
    this.#choice = choice;
    this.#best = new TopK(k, need.hash, columns);
    this.#mark = columns.blocks.begin(columns.rows);
    this.#seen = columns.blocks.seen;
    this.#slots = new Int32Array(need.terms.length);
    this.#most = new Float64Array(need.terms.length + 1);
  }

  /** @returns rows and scores, best first */
  sorted(): ScoredRow[] {
    return this.#best.sorted();
  }

  /**
   * Looks at a block.
   *
   * @param block a block in order
   * @param at place of its leaf among the credited ones
   */
  visit(block: Block, at: number): void {
    const { order, added } = block;
    const all = this.#weights.points.words;
    const prune = this.#choice.prune !== false;
    for (let i = 0; i < added.length; i++)
      this.#look(added[i]!, prune ? all : MUCH, fixedPoints(this.#columns, added[i]!, this.#weights));
    if (order.rows.length === 0) return;
    if (!prune) {
      for (let place = 0; place < order.rows.length; place++) this.#look(order.rows[place]!, MUCH, order.fixed[place]!);
      return;
    }
    const extra = this.#mostOfNeed(at);
    if (order.points[0]! + extra + all < this.#least()) return;
    if (order.terms.length === 0) this.#byPoints(order, extra, all);
    else this.#byWords(order, extra);
  }

  /** Score that a row must reach to enter. */
  #least(): number {
    const { leastScore } = this.#weights;
    const least = leastScore > this.#best.leastScore ? leastScore : this.#best.leastScore;
    // Scores are at least 0, so that nothing falls short of that.
    return least > 0 ? least : -MUCH;
  }

  /** Most that a row under this leaf, and under none before, gets by what the need asks, apart from words. */
  #mostOfNeed(at: number): number {
    const { points } = this.#weights;
    return Math.trunc((points.coverage * this.#need.mostCoverage[at]!) / 1000) + points.focus + points.price;
  }

  #look(row: number, mostWords: number, fixed: number): void {
    if (row < 0 || this.#seen[row] === this.#mark) return;
    this.#seen[row] = this.#mark;
    const least = mostWords === MUCH ? -MUCH : this.#least();
    const score = evaluateRow(this.#need, this.#columns, row, this.#weights, least, mostWords, fixed);
    if (score === NO_SCORE || this.#choice.without?.has(row)) return;
    this.#best.offer(row, score);
  }

  /** From the row with the most sure points down, until the rest cannot enter. */
  #byPoints(order: BlockOrder, extra: number, mostWords: number): void {
    const { rows, points, fixed } = order;
    for (let place = 0; place < rows.length; place++) {
      if (points[place]! + extra + mostWords < this.#least()) return;
      this.#look(rows[place]!, mostWords, fixed[place]!);
    }
  }

  #byWords(order: BlockOrder, extra: number): void {
    const { rows, points, fixed, from, places } = order;
    const found = this.#findWords(order);
    const slots = this.#slots;
    // From here `#most[i]` is the evidence of the words from i on.
    const most = this.#most;
    most[found] = 0;
    for (let i = found - 1; i >= 0; i--) most[i]! += most[i + 1]!;
    for (let i = 0; i < found; i++) {
      const mostWords = this.#pointsOf(most[i]!);
      let needed = this.#least() - extra - mostWords;
      if (points[0]! < needed) return;
      const end = from[slots[i]! + 1]!;
      for (let at = from[slots[i]!]!; at < end; at++) {
        const place = places[at]!;
        if (points[place]! < needed) break;
        const row = rows[place]!;
        if (row < 0 || this.#seen[row] === this.#mark) continue;
        this.#look(row, mostWords, fixed[place]!);
        needed = this.#least() - extra - mostWords;
      }
    }
    this.#byPoints(order, extra, 0);
  }

  #pointsOf(evidence: number): number {
    return Math.trunc((this.#weights.points.words * wordsPermille(evidence, this.#weights)) / 1000);
  }

  /** Finds the need's words in a block, those that may bring most first. @returns how many there are */
  #findWords(order: BlockOrder): number {
    const { terms, mostTimes } = order;
    const length = textLength(this.#columns, order.shortest);
    const asked = this.#need.terms;
    const weights = this.#need.termWeights;
    let found = 0;
    let low = 0;
    for (let i = 0; i < asked.length && low < terms.length; i++) {
      low = firstAtLeast(terms, low, asked[i]!);
      if (terms[low] !== asked[i]) continue;
      const evidence = termEvidence(weights[i]!, mostTimes[low]!, length);
      let at = found++;
      for (; at > 0 && this.#most[at - 1]! < evidence; at--) {
        this.#most[at] = this.#most[at - 1]!;
        this.#slots[at] = this.#slots[at - 1]!;
      }
      this.#most[at] = evidence;
      this.#slots[at] = low;
    }
    return found;
  }
}

/** Stands for "no bound": every row is scored in full. */
const MUCH = Number.MAX_SAFE_INTEGER;

function firstAtLeast(sorted: Int32Array, from: number, value: number): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
