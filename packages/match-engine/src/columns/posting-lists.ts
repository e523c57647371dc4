/** Rows by category and district: which packages deliver a leaf in a district. */
export class PostingLists {
  readonly #byLeaf = new Map<number, Map<number, RowList>>();

  /** @param leaf leaf number @param district district number @param row row to add; it must not stand there yet */
  add(leaf: number, district: number, row: number): void {
    let byDistrict = this.#byLeaf.get(leaf);
    if (!byDistrict) this.#byLeaf.set(leaf, (byDistrict = new Map()));
    let list = byDistrict.get(district);
    if (!list) byDistrict.set(district, (list = new RowList()));
    list.push(row);
  }

  /** @param leaf leaf number @param district district number @param row row to take out */
  remove(leaf: number, district: number, row: number): void {
    this.#byLeaf.get(leaf)?.get(district)?.remove(row);
  }

  /**
   * @param leaf leaf number
   * @param district district number
   * @returns the rows of that pair in no particular order; a view, valid until the next change
   */
  of(leaf: number, district: number): Int32Array {
    return this.#byLeaf.get(leaf)?.get(district)?.view() ?? NONE;
  }

  /**
   * @param leaf leaf number
   * @returns the districts under which the leaf has rows
   */
  districtsOf(leaf: number): Iterable<number> {
    return this.#byLeaf.get(leaf)?.keys() ?? [];
  }
}

const NONE = new Int32Array(0);

class RowList {
  #rows = new Int32Array(4);
  #length = 0;

  push(row: number): void {
    if (this.#length === this.#rows.length) {
      const larger = new Int32Array(this.#length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows[this.#length++] = row;
  }

  remove(row: number): void {
    const at = this.view().indexOf(row);
    if (at < 0) return;
    this.#length--;
    this.#rows[at] = this.#rows[this.#length]!;
  }

  view(): Int32Array {
    return this.#rows.subarray(0, this.#length);
  }
}
