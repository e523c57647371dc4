import type { RoundInstance } from '../round-instance';
import { asIntegers } from './numbers-in';
import { Unreadable } from './unreadable';

/** A minimum perfect matching: every row gets one column and every column one row, at least cost. */
export interface Assignment {
  readonly kind: 'assignment';
  readonly size: number;
  readonly arcs: number;
  /** Costs were multiplied by this to be integers. */
  readonly scale: number;
  /** Weights are the negative costs. */
  readonly round: RoundInstance;
}

/**
 * @param row, column Zero-based, one entry an arc; of several arcs between the same two the cheapest counts.
 * @throws Unreadable when an arc leads nowhere or a cost is too large.
 */
export function assignmentOf(size: number, row: Int32Array, column: Int32Array, costs: Float64Array): Assignment {
  const { integers, scale } = asIntegers(costs, 2 ** 50 / Math.max(1, size));
  for (let a = 0; a < row.length; a++)
    if (!(row[a]! >= 0 && row[a]! < size && column[a]! >= 0 && column[a]! < size))
      throw new Unreadable(
        `arc ${a + 1} joins ${row[a]! + 1} and ${column[a]! + 1}, but there are ${size} on each side`,
      );
  const arcs = Int32Array.from({ length: row.length }, (_, a) => a).toSorted(
    (a, b) => row[a]! - row[b]! || column[a]! - column[b]! || integers[a]! - integers[b]!,
  );
  const kept = arcs.filter((a, n) => n === 0 || row[a] !== row[arcs[n - 1]!] || column[a] !== column[arcs[n - 1]!]);
  const rowStart = new Int32Array(size + 1);
  for (const a of kept) rowStart[row[a]! + 1]!++;
  for (let i = 0; i < size; i++) rowStart[i + 1]! += rowStart[i]!;
  return {
    kind: 'assignment',
    size,
    arcs: kept.length,
    scale,
    round: {
      needCount: size,
      demand: new Int32Array(size).fill(1),
      mandatory: new Uint8Array(size).fill(1),
      groupOf: null,
      groupFloor: new Int32Array(0),
      rowStart,
      packageOf: kept.map((a) => column[a]!),
      weight: Float64Array.from(kept, (a) => 0 - integers[a]!),
      packageCount: size,
      nodeCount: size,
      parent: new Int32Array(size).fill(-1),
      capacity: new Int32Array(size).fill(1),
      floor: new Int32Array(size),
    },
  };
}

/** @returns The assignment of `n` and n × n costs, or null when the count does not fit. */
export function denseAssignment(numbers: Float64Array): Assignment | null {
  const size = numbers[0]!;
  if (!Number.isInteger(size) || size < 1 || numbers.length !== 1 + size * size) return null;
  const arcs = size * size;
  return assignmentOf(
    size,
    Int32Array.from({ length: arcs }, (_, a) => Math.floor(a / size)),
    Int32Array.from({ length: arcs }, (_, a) => a % size),
    numbers.subarray(1),
  );
}

/** @returns The assignment of `n` and lines of `i j cost` (or `n m` first), or null when the numbers do not fit. */
export function sparseAssignment(numbers: Float64Array): Assignment | null {
  const size = numbers[0]!;
  const counted = numbers.length % 3 === 2 && numbers[1] === (numbers.length - 2) / 3;
  const from = counted ? 2 : 1;
  if (!Number.isInteger(size) || size < 1 || (numbers.length - from) % 3 !== 0) return null;
  const arcs = (numbers.length - from) / 3;
  const at = (part: number): Int32Array =>
    Int32Array.from({ length: arcs }, (_, a) => {
      const end = numbers[from + 3 * a + part]!;
      return Number.isInteger(end) ? end - 1 : -1;
    });
  const [row, column] = [at(0), at(1)];
  if (row.some((i) => i < 0 || i >= size) || column.some((j) => j < 0 || j >= size)) return null;
  return assignmentOf(
    size,
    row,
    column,
    Float64Array.from({ length: arcs }, (_, a) => numbers[from + 3 * a + 2]!),
  );
}

/**
 * Where n × n = 3 × arcs, numbers can be read as dense costs and as arcs. They are arcs when no two of them join the same
 * ends and every end has one: costs are hardly ever like that.
 *
 * @returns What they are most likely, and true when the other reading is possible too; null when they are neither.
 */
export function denseOrSparseAssignment(
  numbers: Float64Array,
): { readonly assignment: Assignment; readonly sparse: boolean; readonly either: boolean } | null {
  const dense = denseAssignment(numbers);
  const sparse = sparseAssignment(numbers);
  if (!dense) return sparse && { assignment: sparse, sparse: true, either: false };
  if (!sparse) return { assignment: dense, sparse: false, either: false };
  const { size, arcs, round } = sparse;
  const everyEnd = round.rowStart.every((start, i) => i === size || round.rowStart[i + 1]! > start);
  const isSparse = arcs === Math.floor((numbers.length - 1) / 3) && everyEnd && new Set(round.packageOf).size === size;
  return { assignment: isSparse ? sparse : dense, sparse: isSparse, either: true };
}
