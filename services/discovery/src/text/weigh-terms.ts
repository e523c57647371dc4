/** A term of a query and what it is worth. */
export interface WeighedTerm {
  readonly term: string;
  readonly worth: number;
}

/**
 * Gives each term its inverse document frequency: what few documents hold tells most.
 * @param documents how many there are @param frequency in how many of them a term occurs
 * @see Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), section 3
 */
export const weighTerms = (
  terms: readonly string[],
  documents: number,
  frequency: (term: string) => number,
): WeighedTerm[] =>
  terms.map((term) => {
    const held = Math.min(Math.max(frequency(term), 0), documents);
    return { term, worth: Math.log(1 + (documents - held + 0.5) / (held + 0.5)) };
  });
