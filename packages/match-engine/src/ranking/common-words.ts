import type { PackageColumns } from '../columns/package-columns';
import { recognisableWords } from '../text/recognisable-words';
import { splitLimits } from '../text/split-limits';
import { tokenise } from '../text/tokenise';
import type { DescribedNeed } from './prepared-need';

/**
 * The rarest words that a need and a package share, to be shown to people.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param most how many
 * @returns words, weightiest first; none where nothing but fragments is shared
 */
export function commonWords(need: DescribedNeed, columns: PackageColumns, row: number, most: number): string[] {
  const pairs = new Map<string, number>();
  const held = columns.termCounts.of(row).filter((_, i) => i % 2 === 0);
  need.terms.forEach((term, i) => {
    if (held.includes(term)) pairs.set(columns.terms.word(term), need.termWeights[i]!);
  });
  const words = recognisableWords(columns.taxonomy, saidIn(need.need), saidIn(columns.packages[row]!), (pair) =>
    pairs.has(pair),
  );
  const weightOf = (word: string): number => tokenise(word).reduce((sum, pair) => sum + (pairs.get(pair) ?? 0), 0);
  return words
    .map((word) => ({ word, weight: weightOf(word) }))
    .toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}

const saidIn = ({ title, description }: { readonly title: string; readonly description: string }): string =>
  `${splitLimits(title).said},${splitLimits(description).said}`;
