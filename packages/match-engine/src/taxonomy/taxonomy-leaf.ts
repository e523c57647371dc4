/** A leaf of the service taxonomy. */
export interface TaxonomyLeaf {
  /** e.g. `property.custody` */
  readonly code: string;
  /** Chinese name. */
  readonly zh: string;
  /** Words that residents and staff use for the same thing. */
  readonly synonyms: readonly string[];
  /** Code of its group, e.g. `property`. */
  readonly groupCode: string;
}
