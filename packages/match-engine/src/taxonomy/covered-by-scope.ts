import { normaliseText } from '../text/normalise-text';
import { tokenise } from '../text/tokenise';
import type { TaxonomyIndex } from './build-taxonomy-index';
import { findPhrases } from './find-phrases';

/**
 * Tells which of a package's leaves a registered business scope (业务范围) speaks of: through a phrase of the leaf, or
 * through two bigrams of its name.
 *
 * @param taxonomy the taxonomy's index
 * @param scope the registered words, null = not known
 * @param leaves leaf numbers of the package
 * @returns those of `leaves` that the scope covers; empty when the scope is not known
 */
export function coveredByScope(taxonomy: TaxonomyIndex, scope: string | null, leaves: Int32Array): Int32Array {
  if (scope === null) return new Int32Array(0);
  const spoken = new Set<number>();
  for (const { concepts } of findPhrases(taxonomy, normaliseText(scope))) {
    for (const concept of concepts) for (const { leaf } of taxonomy.concepts[concept]?.leaves ?? []) spoken.add(leaf);
  }
  const bigrams = new Set(tokenise(scope));
  return leaves.filter(
    (leaf) => spoken.has(leaf) || tokenise(taxonomy.names[leaf] ?? '').filter((term) => bigrams.has(term)).length >= 2,
  );
}
