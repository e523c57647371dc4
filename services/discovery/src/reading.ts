import type { UnderstoodQuery } from './text/understand-query';
import type { WeighedTerm } from './text/weigh-terms';

/** A query as it was understood, with its terms and what they are worth in the documents there are. */
export interface Reading extends UnderstoodQuery {
  readonly terms: readonly (WeighedTerm & { readonly documents: number })[];
}
