import type { BlockOrder } from '../columns/block';
import type { PackageColumns } from '../columns/package-columns';
import type { ReadRowLists } from '../columns/row-lists';
import type { RankColumns } from '../columns/rank-columns';
import { rarityOf } from '../ranking/word-weights';
import type { Weights } from '../scoring/weights';
import { type Shareable, sharedArray } from './shared-array';
import { COLUMNS, LINE, LISTS, type SharedBlocks, type SharedColumns } from './shared-columns';

/**
 * Copies an index into memory that threads share. Later changes of the index do not reach the copy: a new one is made and
 * takes its place.
 *
 * @param columns the index
 * @param weights the weights by which its blocks are put in order
 * @returns the snapshot, plain data
 */
export function shareColumns(columns: PackageColumns, weights: Weights): SharedColumns {
  const blocks = [...columns.blocks.all()].map(
    ([leaf, district, block]) => [leaf, district, block.settle(columns, district, weights).order] as const,
  );
  const { original, moved } = sideBySide(
    blocks.map(([, , order]) => order),
    columns.rows,
  );
  const by = <K extends (typeof COLUMNS)[number]>(name: K): RankColumns[K] => {
    const column: Shareable = columns[name];
    const copy = sharedArray(column, original.length);
    for (let row = 0; row < original.length; row++) copy[row] = column[original[row]!]!;
    return copy as RankColumns[K];
  };
  return {
    numbers: {
      leafCount: columns.leafCount,
      relation: sharedArray(columns.relation),
      isMeans: sharedArray(columns.isMeans),
      leafState: sharedArray(columns.leafState),
      rows: original.length,
      count: columns.count,
      totalTerms: columns.totalTerms,
      documentFrequency: sharedArray(columns.documentFrequency),
      rarity: sharedArray(Int32Array.from({ length: columns.terms.size }, (_, term) => rarityOf(columns, term))),
      ...(Object.fromEntries(COLUMNS.map((name) => [name, by(name)])) as Pick<RankColumns, (typeof COLUMNS)[number]>),
      ...(Object.fromEntries(LISTS.map((name) => [name, shareLists(columns[name], original)])) as Pick<
        RankColumns,
        (typeof LISTS)[number]
      >),
    },
    original: sharedArray(original),
    blocks: shareBlocks(blocks, moved),
    answers: Array.from({ length: columns.requiredNames.size }, (_, required) => columns.answers(required)),
    weights,
  };
}

/** Puts rows of a block side by side, since they are looked at together. Rows of none are left out: nobody ranks them. */
function sideBySide(orders: readonly BlockOrder[], rows: number): { original: Int32Array; moved: Int32Array } {
  const moved = new Int32Array(rows).fill(-1);
  const original = new Int32Array(rows);
  let used = 0;
  for (const order of orders) {
    for (const row of order.rows) {
      if (moved[row]! >= 0) continue;
      original[used] = row;
      moved[row] = used++;
    }
  }
  return { original: original.subarray(0, used), moved };
}

function shareLists({ data, start, end }: ReadRowLists, original: Int32Array): ReadRowLists {
  const [newStart, newEnd] = [new Int32Array(original.length), new Int32Array(original.length)];
  let used = 0;
  original.forEach((row, at) => {
    newStart[at] = used;
    used += end[row]! - start[row]!;
    newEnd[at] = used;
  });
  const copy = sharedArray(new Int32Array(used));
  original.forEach((row, at) => copy.set(data.subarray(start[row], end[row]), newStart[at]));
  return { data: copy, start: sharedArray(newStart), end: sharedArray(newEnd) };
}

function shareBlocks(
  blocks: readonly (readonly [leaf: number, district: number, order: BlockOrder])[],
  moved: Int32Array,
): SharedBlocks {
  const orders: BlockOrder[] = [];
  const lines: number[] = [];
  const used = { rows: 0, terms: 0, places: 0 };
  for (const [leaf, district, order] of blocks) {
    if (order.rows.length === 0) continue;
    lines.push(leaf, district, used.rows, used.terms, used.places, order.shortest);
    used.rows += order.rows.length;
    used.terms += order.terms.length;
    used.places += order.places.length;
    orders.push(order);
  }
  lines.push(-1, 0, used.rows, used.terms, used.places, 0);
  const joined = (name: 'rows' | 'points' | 'fixed' | 'terms' | 'mostTimes' | 'places', length: number): Int32Array => {
    const all = sharedArray(new Int32Array(length));
    orders.forEach((order, i) => all.set(order[name], lines[i * LINE + PART[name]]!));
    return all;
  };
  const from = sharedArray(new Int32Array(used.terms));
  orders.forEach((order, i) => from.set(order.from.subarray(0, order.terms.length), lines[i * LINE + PART.terms]!));
  return {
    lines: sharedArray(Int32Array.from(lines)),
    rows: sharedArray(joined('rows', used.rows).map((row) => moved[row]!)),
    points: joined('points', used.rows),
    fixed: joined('fixed', used.rows),
    terms: joined('terms', used.terms),
    mostTimes: joined('mostTimes', used.terms),
    from,
    places: joined('places', used.places),
  };
}

/** Where the number in a line stands that says where a block's part begins. */
const PART = { rows: 2, points: 2, fixed: 2, terms: 3, mostTimes: 3, places: 4 } as const;
