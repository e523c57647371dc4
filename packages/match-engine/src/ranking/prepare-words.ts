import type { PackageColumns } from '../columns/package-columns';
import { fixedLog2 } from '../text/fixed-log2';
import { splitLimits } from '../text/split-limits';
import { textTerms } from '../text/text-terms';

/** Weights of a need's terms by their number in one index. */
export interface PreparedWords {
  readonly termWeight: Int32Array;
  readonly ruledOutWeight: Int32Array;
}

/** A word of the title counts this many times as much. */
const TITLE_TIMES = 2;
/** A word repeated in the need counts at most this many times. */
const MOST_TIMES = 3;

/**
 * Weighs the words of a need by how rare they are among the packages.
 *
 * @param columns the index
 * @param need its title and description
 * @returns weight = times × 256 × log2((N + 1) / (df + 0.5)), an integer, 0 for words that no package has
 * @see Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009 (inverse document frequency)
 */
export function prepareWords(
  columns: PackageColumns,
  need: { readonly title: string; readonly description: string },
): PreparedWords {
  const termWeight = new Int32Array(columns.terms.size);
  const ruledOutWeight = new Int32Array(columns.terms.size);
  const title = splitLimits(need.title);
  const description = splitLimits(need.description);
  const count = (text: string, into: Int32Array, times: number): void => {
    for (const term of textTerms(columns.taxonomy, text)) {
      const number = columns.terms.find(term);
      if (number >= 0) into[number] = Math.min(MOST_TIMES, into[number]! + times);
    }
  };
  count(title.said, termWeight, TITLE_TIMES);
  count(description.said, termWeight, 1);
  count(title.ruledOut, ruledOutWeight, 1);
  count(description.ruledOut, ruledOutWeight, 1);
  for (let term = 0; term < termWeight.length; term++) {
    if (termWeight[term] === 0 && ruledOutWeight[term] === 0) continue;
    const rarity = rarityOf(columns, term);
    ruledOutWeight[term] = termWeight[term] ? 0 : ruledOutWeight[term]! * rarity;
    termWeight[term]! *= rarity;
  }
  return { termWeight, ruledOutWeight };
}

function rarityOf(columns: PackageColumns, term: number): number {
  const frequency = columns.documentFrequency[term]!;
  if (frequency === 0) return 0;
  return fixedLog2(2 * columns.count + 2, 2 * frequency + 1);
}
