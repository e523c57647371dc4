import { Blocks } from '../columns/blocks';
import { NeedWords } from '../columns/need-words';
import type { RankColumns } from '../columns/rank-columns';
import { LINE, type SharedBlocks, type SharedColumns } from './shared-columns';

/**
 * Opens a snapshot in a thread. Nothing is copied but where each block begins.
 *
 * @param shared a snapshot
 * @returns what ranking reads
 */
export function openColumns(shared: SharedColumns): RankColumns {
  const blocks = new Blocks();
  for (const [leaf, district, order] of ordersOf(shared.blocks)) blocks.at(leaf, district).take(order, shared.weights);
  const { answers } = shared;
  return {
    ...shared.numbers,
    blocks,
    words: new NeedWords(),
    answers: (required) => answers[required] ?? new Uint8Array(0),
  };
}

function* ordersOf({ lines, rows, points, fixed, terms, mostTimes, from, places }: SharedBlocks) {
  for (let at = 0; at + LINE < lines.length; at += LINE) {
    const [leaf, district, row, term, place, shortest] = lines.subarray(at, at + LINE);
    const [, , rowEnd, termEnd, placeEnd] = lines.subarray(at + LINE, at + 2 * LINE);
    const own = { terms: terms.subarray(term, termEnd), places: places.subarray(place, placeEnd) };
    const begins = new Int32Array(own.terms.length + 1);
    begins.set(from.subarray(term, termEnd));
    begins[own.terms.length] = own.places.length;
    const order = {
      rows: rows.subarray(row, rowEnd),
      points: points.subarray(row, rowEnd),
      fixed: fixed.subarray(row, rowEnd),
      ...own,
      mostTimes: mostTimes.subarray(term, termEnd),
      from: begins,
      shortest: shortest!,
    };
    yield [leaf!, district!, order] as const;
  }
}
