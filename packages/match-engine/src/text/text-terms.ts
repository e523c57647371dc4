import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { findPhrases } from '../taxonomy/find-phrases';
import { normaliseText } from './normalise-text';
import { tokenise } from './tokenise';

/**
 * Cuts text into all terms that matching compares: bigrams, and for each phrase of the taxonomy its concept, so that
 * `跑路` and `撤场` meet.
 *
 * @param taxonomy the taxonomy's index
 * @param text any text
 * @returns terms, repeated ones repeated; a concept's term is `#` and its number
 */
export function textTerms(taxonomy: TaxonomyIndex, text: string): string[] {
  const terms = tokenise(text);
  for (const { concepts } of findPhrases(taxonomy, normaliseText(text))) {
    for (const concept of concepts) terms.push(`#${concept}`);
  }
  return terms;
}
