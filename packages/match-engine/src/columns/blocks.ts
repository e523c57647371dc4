import { fixedPoints } from '../scoring/fixed-points';
import type { Weights } from '../scoring/weights';
import { type BlockOrder, orderBlock } from './block';
import type { RankColumns } from './rank-columns';
import { surePoints } from './sure-points';

const NONE = new Int32Array(0);
const EMPTY: BlockOrder = {
  rows: NONE,
  points: NONE,
  fixed: NONE,
  terms: NONE,
  from: NONE,
  places: NONE,
  mostTimes: NONE,
  shortest: 0,
};
/** A block is put in order anew when so many rows, and this part of it, have changed. */
const LEAST_CHANGES = 32;
const CHANGES_PART = 8;

/** Open packages under one leaf in one district: a part in order, and rows that came since. */
export class Block {
  order: BlockOrder = EMPTY;
  /** Rows not yet in order. */
  readonly added: number[] = [];
  #weights: Weights | undefined;
  #gone = 0;

  /** @param row a row that does not stand here */
  add(row: number): void {
    this.added.push(row);
  }

  /** @param row a row to take out */
  remove(row: number): void {
    const at = this.added.indexOf(row);
    if (at >= 0) {
      this.added[at] = this.added.at(-1)!;
      this.added.pop();
      return;
    }
    const place = this.order.rows.indexOf(row);
    if (place < 0) return;
    this.order.rows[place] = -1;
    this.#gone++;
  }

  /**
   * Brings the block in order where much has changed, or the weights have.
   *
   * @param columns the columns @param district its district @param weights the weights in force
   * @returns itself
   */
  ready(columns: RankColumns, district: number, weights: Weights): this {
    const few = LEAST_CHANGES + this.order.rows.length / CHANGES_PART;
    const changes = this.added.length + this.#gone;
    return this.#weights === weights && changes <= few ? this : this.settle(columns, district, weights);
  }

  /** The same, whatever has changed. @returns itself, with nothing added and nothing gone */
  settle(columns: RankColumns, district: number, weights: Weights): this {
    if (this.#weights === weights && this.added.length + this.#gone === 0) return this;
    const rows = Int32Array.from([...this.order.rows.filter((row) => row >= 0), ...this.added]);
    this.order = orderBlock(
      columns,
      rows,
      (row) => surePoints(columns, row, district, weights),
      (row) => fixedPoints(columns, row, weights),
    );
    this.added.length = 0;
    this.#gone = 0;
    this.#weights = weights;
    return this;
  }

  /** Takes an order that another thread made. @param order the order @param weights the weights that it is by */
  take(order: BlockOrder, weights: Weights): void {
    this.order = order;
    this.#weights = weights;
  }
}

/** All blocks, by leaf and district. */
export class Blocks {
  readonly #byLeaf: (Map<number, Block> | undefined)[] = [];
  /** Marks of the rows seen for the need that is looked at now. */
  seen = new Int32Array(16);
  #mark = 0;

  /** @param leaf leaf number @param district district number @returns the block, undefined where nothing stands */
  of(leaf: number, district: number): Block | undefined {
    return this.#byLeaf[leaf]?.get(district);
  }

  /** @param leaf leaf number @returns blocks by district number */
  under(leaf: number): ReadonlyMap<number, Block> {
    return this.#byLeaf[leaf] ?? new Map<number, Block>();
  }

  /** @param leaf leaf number @param district district number @returns the block, a new one where none was */
  at(leaf: number, district: number): Block {
    const districts = (this.#byLeaf[leaf] ??= new Map<number, Block>());
    let block = districts.get(district);
    if (!block) districts.set(district, (block = new Block()));
    return block;
  }

  /** @returns every block with its leaf and district */
  *all(): Generator<readonly [leaf: number, district: number, block: Block]> {
    for (const [leaf, districts] of this.#byLeaf.entries())
      for (const [district, block] of districts ?? []) yield [leaf, district, block];
  }

  /** Begins with another need. @param rows how many rows there are @returns the mark that means "seen" */
  begin(rows: number): number {
    if (rows > this.seen.length || this.#mark === 0x7fffffff) {
      this.seen = new Int32Array(2 * rows);
      this.#mark = 0;
    }
    return ++this.#mark;
  }
}
