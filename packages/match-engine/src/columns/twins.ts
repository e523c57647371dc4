import type { EnginePackage } from '../engine-package';

/** Keeps the order by id among the few packages whose ids have the same hash, so that ties are told without ids. */
export class Twins {
  readonly #rowsOf = new Map<number, number | number[]>();

  /** @param columns hash and twin by row @param row a new row @param packages their ids */
  add(columns: Order, row: number, packages: Ids): void {
    const hash = columns.hash[row]!;
    const before = this.#rowsOf.get(hash);
    columns.twin[row] = 0;
    if (before === undefined) this.#rowsOf.set(hash, row);
    else this.#set(columns, hash, [...(typeof before === 'number' ? [before] : before), row], packages);
  }

  /** @param columns hash and twin by row @param row a row that leaves, its id still there @param packages their ids */
  remove(columns: Order, row: number, packages: Ids): void {
    const hash = columns.hash[row]!;
    const before = this.#rowsOf.get(hash);
    if (typeof before === 'number') this.#rowsOf.delete(hash);
    else
      this.#set(
        columns,
        hash,
        (before ?? []).filter((other) => other !== row),
        packages,
      );
  }

  #set(columns: Order, hash: number, rows: number[], packages: Ids): void {
    const ordered = rows.toSorted((a, b) => (packages[a]!.id < packages[b]!.id ? -1 : 1));
    ordered.forEach((row, place) => (columns.twin[row] = place));
    this.#rowsOf.set(hash, ordered.length === 1 ? ordered[0]! : ordered);
  }
}

interface Order {
  readonly hash: Uint32Array;
  readonly twin: Uint16Array;
}
type Ids = readonly (EnginePackage | undefined)[];
