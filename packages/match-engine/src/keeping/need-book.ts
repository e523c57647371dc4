import type { PackageColumns } from '../columns/package-columns';
import { FLAG, WHOLE_CITY } from '../columns/rank-columns';
import { surePoints } from '../columns/sure-points';
import { type Day, dayNumber } from '../day-number';
import type { EngineNeed } from '../engine-need';
import type { EnginePackage } from '../engine-package';
import type { Scored } from '../ranking/best-of';
import { bareRanked, type BareRanked } from '../ranking/bare-list';
import { bestRows } from '../ranking/best-rows';
import { type PreparedNeed, prepareNeed } from '../ranking/prepared-need';
import { readNeed } from '../ranking/read-need';
import { defaultWeights } from '../scoring/default-weights';
import { evaluateRow, NO_SCORE } from '../scoring/evaluate-row';
import { fixedPoints } from '../scoring/fixed-points';
import type { Weights } from '../scoring/weights';
import { KeptList } from './kept-list';
import { NeedsByBlock } from './needs-by-block';
import { Reach } from './reach';

interface Kept {
  readonly id: string;
  readonly need: PreparedNeed;
  readonly list: KeptList;
}

/**
 * Keeps the lists of many needs while packages and needs come, change and go, without ever ranking all again for one
 * change. The lists are those of `rank` over the same index, whose statistics of words are held still from the first need
 * on: otherwise each package would change each score a little. A book is made anew for a new day, new weights or fresh
 * statistics.
 */
export class NeedBook {
  readonly #columns: PackageColumns;
  readonly #shown: number;
  readonly #asOfDay: number;
  readonly #weights: Weights;
  readonly #kept: (Kept | undefined)[] = [];
  readonly #numberOf = new Map<string, number>();
  readonly #byBlock = new NeedsByBlock();
  readonly #reach = new Reach();
  /** Numbers of the needs in whose lists a row stands. */
  readonly #holders = new Map<number, Set<number>>();

  /**
   * @param columns the index, from now on changed through the book only
   * @param options how many are shown, as of which day, by which weights
   */
  constructor(
    columns: PackageColumns,
    options: { readonly k: number; readonly asOfDay: Day; readonly weights?: Weights },
  ) {
    this.#columns = columns;
    this.#shown = options.k;
    this.#asOfDay = dayNumber(options.asOfDay);
    this.#weights = options.weights ?? defaultWeights;
    columns.pinned = true;
  }

  /** Puts a need in, replacing an older one of the same id. @param need the need @returns its list */
  putNeed(need: EngineNeed): readonly Scored[] {
    this.removeNeed(need.id);
    const prepared = prepareNeed(this.#columns, readNeed(this.#columns, need), this.#weights, this.#asOfDay);
    const number = this.#kept.length;
    const kept = {
      id: need.id,
      need: prepared,
      list: new KeptList(prepared.hash, this.#columns, this.#shown),
    };
    this.#kept.push(kept);
    this.#numberOf.set(need.id, number);
    this.#byBlock.add(number, prepared);
    this.#reach.add(number, prepared, this.#weights);
    this.#fill(number, kept);
    return this.listOf(need.id);
  }

  /** Takes a need out. @param needId its id @returns false when it was not held */
  removeNeed(needId: string): boolean {
    const number = this.#numberOf.get(needId);
    const kept = number === undefined ? undefined : this.#kept[number];
    if (number === undefined || !kept) return false;
    for (const { row } of kept.list.entries) this.#holders.get(row)?.delete(number);
    this.#byBlock.remove(number, kept.need);
    this.#kept[number] = undefined;
    this.#numberOf.delete(needId);
    return true;
  }

  /**
   * Puts a package in, new or changed.
   *
   * @param pkg the package
   * @returns ids of the needs whose shown list is another now
   */
  putPackage(pkg: EnginePackage): readonly string[] {
    const changed = new Set<number>();
    // What goes is made good only after the changed package had its chance.
    const left = this.#leave(pkg.id, changed);
    this.#columns.put(pkg);
    const row = this.#columns.rowOf(pkg.id);
    const fixed = fixedPoints(this.#columns, row, this.#weights);
    this.#eachThatCould(row, (number, words) => {
      const { need, list } = this.#kept[number]!;
      const { entries, leastScore } = list;
      const score = evaluateRow(need, this.#columns, row, this.#weights, leastScore, words, fixed);
      if (score === NO_SCORE) return;
      const { length } = entries;
      const last = entries.at(-1);
      const at = list.enter(row, score);
      if (at < 0) return;
      this.#hold(row, number);
      this.#reach.setLeast(number, list.leastScore);
      // One came in and there are as many as before: the last one went.
      if (last && entries.length === length) this.#holders.get(last.row)?.delete(number);
      if (at < this.#shown) changed.add(number);
    });
    this.#refill(left);
    return this.#idsOf(changed);
  }

  /** Takes a package out. @param packageId its id @returns ids of the needs whose shown list is another now */
  removePackage(packageId: string): readonly string[] {
    const changed = new Set<number>();
    const left = this.#leave(packageId, changed);
    this.#columns.remove(packageId);
    this.#refill(left);
    return this.#idsOf(changed);
  }

  /** @param needId id of a need @returns its shown list, best first; empty when it is not held */
  listOf(needId: string): readonly Scored[] {
    const number = this.#numberOf.get(needId);
    const entries = number === undefined ? [] : (this.#kept[number]?.list.entries ?? []);
    return entries
      .slice(0, this.#shown)
      .map(({ row, score }) => ({ packageId: this.#columns.packages[row]!.id, score }));
  }

  /** @param needId id of a need @returns its shown list with what each part brings; empty when it is not held */
  bareListOf(needId: string): readonly BareRanked[] {
    const number = this.#numberOf.get(needId);
    const kept = number === undefined ? undefined : this.#kept[number];
    if (!kept) return [];
    return bareRanked(kept.need, this.#columns, this.#weights, kept.list.entries.slice(0, this.#shown));
  }

  /** @param needId id of a need @returns true when its list is kept */
  holds(needId: string): boolean {
    return this.#numberOf.has(needId);
  }

  /** @param packageIds ids of packages @returns ids of the needs whose shown list holds one of them */
  needsListing(packageIds: readonly string[]): readonly string[] {
    const listing = new Set<number>();
    for (const id of packageIds) {
      const row = this.#columns.rowOf(id);
      for (const number of this.#holders.get(row) ?? []) {
        const at = this.#kept[number]!.list.entries.findIndex((entry) => entry.row === row);
        if (at >= 0 && at < this.#shown) listing.add(number);
      }
    }
    return this.#idsOf(listing);
  }

  /** Needs that could list a row, each once, and the points that its words bring: of its leaves and districts, and within reach. */
  #eachThatCould(row: number, look: (number: number, words: number) => void): void {
    const { columns, weights } = { columns: this.#columns, weights: this.#weights };
    const open = FLAG.published | FLAG.verified;
    if ((columns.flags[row]! & open) !== open || columns.freeCapacity[row]! <= 0) return;
    const served = columns.servedDistricts.of(row);
    const leaves = columns.leaves.of(row);
    const seen = leaves.length > 1 || served.length > 1 ? new Set<number>() : undefined;
    this.#reach.begin(columns, row);
    for (const district of served.length === 0 ? [WHOLE_CITY] : served) {
      const sure = surePoints(columns, row, district, weights);
      for (const leaf of leaves) {
        for (const needs of this.#byBlock.under(leaf, district)) {
          for (const number of needs) {
            if (seen?.has(number)) continue;
            const words = this.#reach.wordsFor(number, sure, weights);
            if (words < 0) continue;
            seen?.add(number);
            look(number, words);
          }
        }
      }
    }
    this.#reach.end(columns, row);
  }

  /** Takes a package out of all lists. @returns numbers of the needs that had it */
  #leave(packageId: string, changed: Set<number>): readonly number[] {
    const row = this.#columns.rowOf(packageId);
    const holders = [...(this.#holders.get(row) ?? [])];
    for (const number of holders) {
      const at = this.#kept[number]!.list.leave(row);
      this.#reach.setLeast(number, this.#kept[number]!.list.leastScore);
      if (at >= 0 && at < this.#shown) changed.add(number);
    }
    this.#holders.delete(row);
    return holders;
  }

  #refill(numbers: readonly number[]): void {
    for (const number of numbers) {
      const kept = this.#kept[number]!;
      if (kept.list.isShort(this.#shown)) this.#fill(number, kept);
    }
  }

  #fill(number: number, { need, list }: Kept): void {
    for (const { row } of list.entries) this.#holders.get(row)?.delete(number);
    list.fill(bestRows(need, this.#columns, this.#weights, list.most));
    for (const { row } of list.entries) this.#hold(row, number);
    this.#reach.setLeast(number, list.leastScore);
  }

  #hold(row: number, number: number): void {
    const holders = this.#holders.get(row);
    if (holders) holders.add(number);
    else this.#holders.set(row, new Set([number]));
  }

  #idsOf(numbers: ReadonlySet<number>): readonly string[] {
    return [...numbers].map((number) => this.#kept[number]!.id);
  }
}
