import type { PackageColumns } from '../columns/package-columns';
import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { exampleEvidence } from './example-evidence';
import { neighbourEvidence } from './neighbour-evidence';
import { phraseEvidence, type PhraseEvidence } from './phrase-evidence';
import type { NeedText } from './understand-need';

const POSTED_EVIDENCE = 400;
/** What the examples may say at most: more where no package speaks. */
const EXAMPLE_POINTS = 1000;
const EXAMPLE_POINTS_ALONE = 3000;

/**
 * Gathers all evidence for each leaf: phrases, examples, the packages' own words, and a little for what the poster chose.
 *
 * @param text what the poster wrote
 * @param taxonomy the taxonomy's index
 * @param columns packages that serve as neighbours; may be left out
 * @returns points by leaf number, and the phrases found
 */
export function leafEvidence(text: NeedText, taxonomy: TaxonomyIndex, columns?: PackageColumns): PhraseEvidence {
  const { strength, words } = phraseEvidence(text, taxonomy);
  const add = (points: Int32Array): void => {
    for (let leaf = 0; leaf < strength.length; leaf++) strength[leaf]! += points[leaf]!;
  };
  add(exampleEvidence(text, taxonomy, columns ? EXAMPLE_POINTS : EXAMPLE_POINTS_ALONE));
  if (columns) add(neighbourEvidence(text, columns));
  for (const code of text.postedCategories ?? []) {
    const leaf = taxonomy.numberOf.get(code);
    if (leaf !== undefined) strength[leaf]! += POSTED_EVIDENCE;
  }
  return { strength, words };
}
