import type { PackageColumns } from '../columns/package-columns';
import type { PreparedNeed } from './prepared-need';

/**
 * The rarest words that a need and a package share, to be shown.
 *
 * @param need the prepared need @param columns the index @param row the package's row @param most how many
 * @returns words, weightiest first; a word inside another chosen one is left out
 */
export function commonWords(need: PreparedNeed, columns: PackageColumns, row: number, most: number): string[] {
  const counts = columns.termCounts[row]!;
  const shared: { word: string; weight: number }[] = [];
  for (let i = 0; i < counts.length; i += 2) {
    const weight = need.termWeight[counts[i]!]!;
    if (weight > 0) shared.push({ word: shownWord(columns, columns.terms.word(counts[i]!)), weight });
  }
  const words: string[] = [];
  for (const { word } of shared.toSorted((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))) {
    if (words.length >= most) break;
    if (!words.some((chosen) => chosen.includes(word) || word.includes(chosen))) words.push(word);
  }
  return words;
}

function shownWord(columns: PackageColumns, term: string): string {
  return term.startsWith('#') ? (columns.taxonomy.concepts[Number(term.slice(1))]?.label ?? term) : term;
}
