import type { PackageColumns } from '../columns/package-columns';
import { splitLimits } from '../text/split-limits';
import { textTerms } from '../text/text-terms';

/** A word of the title counts this many times as much. */
const TITLE_TIMES = 2;
/** A word repeated in the need counts at most this many times. */
const MOST_TIMES = 3;

/** Words of a text by their numbers in one index. */
export interface ReadWords {
  /** Pairs of term number and times. */
  readonly termPairs: Int32Array;
  /** The same of what the text rules out and does not ask for elsewhere. */
  readonly ruledOutPairs: Int32Array;
}

/**
 * Reads the words of a need.
 *
 * @param columns the index; words that it does not know yet get a number, since a later package may have them
 * @param text title and description
 * @returns terms and how often they count, in rising order of their numbers
 */
export function readWords(
  columns: PackageColumns,
  text: { readonly title: string; readonly description: string },
): ReadWords {
  const said = new Map<number, number>();
  const denied = new Map<number, number>();
  const count = (part: string, into: Map<number, number>, times: number): void => {
    for (const term of textTerms(columns.taxonomy, part)) {
      const number = columns.terms.intern(term);
      into.set(number, Math.min(MOST_TIMES, (into.get(number) ?? 0) + times));
    }
  };
  const title = splitLimits(text.title);
  const description = splitLimits(text.description);
  count(title.said, said, TITLE_TIMES);
  count(description.said, said, 1);
  count(title.ruledOut, denied, 1);
  count(description.ruledOut, denied, 1);
  for (const term of said.keys()) denied.delete(term);
  const pairs = (times: Map<number, number>): Int32Array =>
    Int32Array.from([...times].toSorted((a, b) => a[0] - b[0]).flat());
  return { termPairs: pairs(said), ruledOutPairs: pairs(denied) };
}
