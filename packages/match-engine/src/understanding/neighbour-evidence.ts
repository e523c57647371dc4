import type { PackageColumns } from '../columns/package-columns';
import { readWords } from '../ranking/read-words';
import { wordWeights } from '../ranking/word-weights';
import type { NeedText } from './understand-need';

/** Points for a text all of whose words are those of one leaf's packages. */
const MOST_POINTS = 3500;
/** A word counts half when this share (permille) of a leaf's packages and these points more have it. */
const HALF_PERMILLE = 200;
const HALF_POINTS = 9;

/**
 * Gathers what the packages' own words say: a text that speaks like the packages of a leaf asks for that leaf.
 *
 * @param text what the poster wrote
 * @param columns packages with their categories
 * @returns points by leaf number
 * @see Manning, Raghavan & Schütze, "Introduction to Information Retrieval", 2008, 14.2 (Rocchio classification)
 */
export function neighbourEvidence(text: NeedText, columns: PackageColumns): Int32Array {
  const points = new Int32Array(columns.taxonomy.codes.length);
  const { terms, weights } = wordWeights(columns, readWords(columns, text).termPairs);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  if (all === 0) return points;
  for (let leaf = 0; leaf < points.length; leaf++) {
    const counts = columns.leafWords.terms[leaf];
    if (!counts) continue;
    const half = HALF_POINTS + Math.floor(((columns.leafWords.points[leaf] ?? 0) * HALF_PERMILLE) / 1000);
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const count = counts.get(terms[i]!) ?? 0;
      if (count > 0) sum += Math.floor((weights[i]! * 1000 * count) / (count + half));
    }
    points[leaf] = Math.floor((MOST_POINTS * sum) / (1000 * all));
  }
  return points;
}
