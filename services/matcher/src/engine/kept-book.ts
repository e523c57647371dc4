import { NeedBook, type BareRanked, type EnginePackage } from '@duijie/match-engine';
import type { EngineIndex } from './engine-index';

/**
 * The lists of a thread's needs, twice as long as what is stored. A list enters when its need is ranked or its turn has
 * come; from then on packages that come, change and go keep it up by themselves. Under other weights, words counted anew
 * or on another day all enter again.
 */
export interface KeptBook {
  /** The book for this day; an empty one where there was none. */
  of(index: EngineIndex, asOfDay: string, k: number): NeedBook;
  /** Bare list of a need that the index holds. */
  listOf(index: EngineIndex, needId: string, asOfDay: string, k: number): readonly BareRanked[];
  /** Lets more needs enter. @returns how many are left */
  enter(index: EngineIndex, asOfDay: string, k: number, most: number): number;
  needChanged(needId: string, isHeld: boolean): void;
  /** @returns false when no book is open: then the index is to be changed itself */
  putPackage(pkg: EnginePackage): boolean;
  removePackage(packageId: string): boolean;
  /** What was kept is good no more. @param needIds the needs held */
  close(needIds: Iterable<string>): void;
}

export function createKeptBook(): KeptBook {
  let open: { readonly book: NeedBook; readonly asOfDay: string; readonly k: number } | null = null;
  const outside = new Set<string>();
  const bookOf: KeptBook['of'] = (index, asOfDay, k) => {
    if (open?.asOfDay === asOfDay && open.k === k) return open.book;
    if (open) for (const needId of index.needs.keys()) outside.add(needId);
    const book = new NeedBook(index.columns, { k, asOfDay, weights: index.weights });
    open = { book, asOfDay, k };
    return book;
  };
  const put = (index: EngineIndex, book: NeedBook, needId: string): void => {
    const held = index.needs.get(needId);
    outside.delete(needId);
    if (held) book.putNeed(held.need);
  };
  return {
    of: bookOf,
    listOf(index, needId, asOfDay, k) {
      const book = bookOf(index, asOfDay, k);
      if (!book.holds(needId)) put(index, book, needId);
      return book.bareListOf(needId);
    },
    enter(index, asOfDay, k, most) {
      const book = bookOf(index, asOfDay, k);
      let entered = 0;
      for (const needId of outside) {
        if (entered === most) break;
        put(index, book, needId);
        entered += 1;
      }
      return outside.size;
    },
    needChanged(needId, isHeld) {
      open?.book.removeNeed(needId);
      if (isHeld) outside.add(needId);
      else outside.delete(needId);
    },
    putPackage(pkg) {
      open?.book.putPackage(pkg);
      return open !== null;
    },
    removePackage(packageId) {
      open?.book.removePackage(packageId);
      return open !== null;
    },
    close(needIds) {
      open = null;
      outside.clear();
      for (const needId of needIds) outside.add(needId);
    },
  };
}
