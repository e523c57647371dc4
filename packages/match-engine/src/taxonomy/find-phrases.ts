import type { TaxonomyIndex } from './build-taxonomy-index';

/** A phrase of the taxonomy found in a text. */
export interface FoundPhrase {
  readonly phrase: string;
  readonly concepts: readonly number[];
}

/**
 * Finds the phrases of the taxonomy in a text; a phrase inside a longer one does not count.
 *
 * @param taxonomy the taxonomy's index
 * @param text normalised text
 * @returns the phrases in the order of the text, repeated ones repeated
 */
export function findPhrases(taxonomy: TaxonomyIndex, text: string): FoundPhrase[] {
  const found: FoundPhrase[] = [];
  let coveredTo = 0;
  for (let at = 0; at < text.length; at++) {
    for (let end = Math.min(text.length, at + taxonomy.longestPhrase); end > Math.max(at + 1, coveredTo); end--) {
      const phrase = text.slice(at, end);
      const concepts = taxonomy.conceptsOf.get(phrase);
      if (concepts) {
        found.push({ phrase, concepts });
        coveredTo = end;
        break;
      }
    }
  }
  return found;
}
