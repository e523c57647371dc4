import type { PackageColumns } from '../columns/package-columns';
import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { neighbourEvidence } from './neighbour-evidence';
import { phraseEvidence, type PhraseEvidence } from './phrase-evidence';
import type { NeedText } from './understand-need';

const POSTED_EVIDENCE = 400;

/**
 * Gathers all evidence for each leaf: phrases, the packages' own words, and a little for what the poster chose.
 *
 * @param text what the poster wrote
 * @param taxonomy the taxonomy's index
 * @param columns packages that serve as neighbours; may be left out
 * @returns points by leaf number, and the phrases found
 */
export function leafEvidence(text: NeedText, taxonomy: TaxonomyIndex, columns?: PackageColumns): PhraseEvidence {
  const { strength, words } = phraseEvidence(text, taxonomy);
  if (columns) {
    const neighbours = neighbourEvidence(text, columns);
    for (let leaf = 0; leaf < strength.length; leaf++) strength[leaf]! += neighbours[leaf]!;
  }
  for (const code of text.postedCategories ?? []) {
    const leaf = taxonomy.numberOf.get(code);
    if (leaf !== undefined) strength[leaf]! += POSTED_EVIDENCE;
  }
  return { strength, words };
}
