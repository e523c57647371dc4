import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { splitLimits } from '../text/split-limits';
import { textTerms } from '../text/text-terms';
import { exampleTerms } from './example-terms';
import type { NeedText } from './understand-need';

const TITLE_TIMES = 2;
const MOST_TIMES = 3;

/**
 * Gathers what the leaves' examples say: a text that speaks as one of them does asks for that leaf.
 *
 * @param text what the poster wrote
 * @param taxonomy the taxonomy's index
 * @param mostPoints points for a text all of whose words stand in one leaf's example
 * @returns points by leaf number
 * @see Manning, Raghavan & Schütze, "Introduction to Information Retrieval", 2008, 14.2 (Rocchio classification)
 */
export function exampleEvidence(text: NeedText, taxonomy: TaxonomyIndex, mostPoints: number): Int32Array {
  const examples = exampleTerms(taxonomy);
  const times = new Map<string, number>();
  const count = (part: string, weight: number): void => {
    for (const term of textTerms(taxonomy, splitLimits(part).said))
      if (examples.has(term)) times.set(term, Math.min(MOST_TIMES, (times.get(term) ?? 0) + weight));
  };
  count(text.title, TITLE_TIMES);
  count(text.description, 1);
  const points = new Int32Array(taxonomy.codes.length);
  let all = 0;
  for (const [term, weight] of times) {
    const { rarity, counts } = examples.get(term)!;
    all += weight * rarity;
    for (let i = 0; i < counts.length; i += 2) {
      points[counts[i]!]! += Math.floor((weight * rarity * counts[i + 1]!) / (counts[i + 1]! + 1));
    }
  }
  return points.map((sum) => (all === 0 ? 0 : Math.floor((mostPoints * sum) / all)));
}
