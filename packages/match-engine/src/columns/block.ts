import type { RankColumns } from './rank-columns';

/** Rows of a block, in falling order of the points that they have whatever the need; and which terms they have. */
export interface BlockOrder {
  /** Place to row, -1 where a row was taken out. */
  readonly rows: Int32Array;
  /** Most points, by place, that no need takes away or adds to. */
  readonly points: Int32Array;
  /** `fixedPoints`, by place. */
  readonly fixed: Int32Array;
  /** Term numbers in rising order; empty in small blocks, which are walked through. */
  readonly terms: Int32Array;
  /** By place in `terms`: where its places begin in `places`; one more at the end. */
  readonly from: Int32Array;
  readonly places: Int32Array;
  /** By place in `terms`: most times that it stands in one text. */
  readonly mostTimes: Int32Array;
  /** Least number of terms in a text. */
  readonly shortest: number;
}

/** Blocks under this size have no terms: to look at all is as quick. */
export const SMALL_BLOCK = 160;

/**
 * Puts the rows of a block in order.
 *
 * @param columns the columns
 * @param rows its rows
 * @param pointsOf most points of a row, whatever the need
 * @param fixedOf its `fixedPoints`
 * @returns the order
 */
export function orderBlock(
  columns: RankColumns,
  rows: Int32Array,
  pointsOf: (row: number) => number,
  fixedOf: (row: number) => number,
): BlockOrder {
  const n = rows.length;
  // Points and place in one number, so that the sort needs no comparison function.
  const keys = Float64Array.from(rows, (row, i) => -pointsOf(row) * 0x1000000 + i).toSorted();
  const ordered = new Int32Array(n);
  const points = new Int32Array(n);
  for (let place = 0; place < n; place++) {
    const at = ((keys[place]! % 0x1000000) + 0x1000000) % 0x1000000;
    ordered[place] = rows[at]!;
    points[place] = -Math.floor(keys[place]! / 0x1000000);
  }
  const fixed = ordered.map(fixedOf);
  if (n < SMALL_BLOCK) return { ...NO_TERMS, rows: ordered, points, fixed };
  return { rows: ordered, points, fixed, ...termsOf(columns, ordered) };
}

const NONE = new Int32Array(0);
const NO_TERMS = { terms: NONE, from: NONE, places: NONE, mostTimes: NONE, shortest: 0 };

function termsOf(
  { termCounts, termTotal }: RankColumns,
  rows: Int32Array,
): Omit<BlockOrder, 'rows' | 'points' | 'fixed'> {
  const { data, start, end } = termCounts;
  let entries = 0;
  for (const row of rows) entries += (end[row]! - start[row]!) >> 1;
  const keys = new Float64Array(entries);
  let at = 0;
  let shortest = Number.MAX_SAFE_INTEGER;
  rows.forEach((row, place) => {
    shortest = Math.min(shortest, termTotal[row]!);
    for (let i = start[row]!; i < end[row]!; i += 2) keys[at++] = data[i]! * 0x1000000 + place;
  });
  keys.sort();
  const places = new Int32Array(entries);
  const terms: number[] = [];
  const from: number[] = [];
  for (let i = 0; i < entries; i++) {
    const term = Math.floor(keys[i]! / 0x1000000);
    if (terms.at(-1) !== term) {
      terms.push(term);
      from.push(i);
    }
    places[i] = keys[i]! % 0x1000000;
  }
  const mostTimes = new Int32Array(terms.length);
  for (const row of rows) {
    let slot = 0;
    for (let i = start[row]!; i < end[row]!; i += 2) {
      while (terms[slot]! < data[i]!) slot++;
      if (data[i + 1]! > mostTimes[slot]!) mostTimes[slot] = data[i + 1]!;
    }
  }
  return {
    terms: Int32Array.from(terms),
    from: Int32Array.from([...from, entries]),
    places,
    mostTimes,
    shortest: entries === 0 ? 0 : shortest,
  };
}
