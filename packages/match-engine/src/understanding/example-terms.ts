import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { fixedLog2 } from '../text/fixed-log2';
import { textTerms } from '../text/text-terms';
import { leafExamples } from './leaf-examples';

/** A term of the examples: how much it tells, and how often each leaf's example has it. */
export interface ExampleTerm {
  readonly rarity: number;
  /** Pairs of leaf number and times. */
  readonly counts: readonly number[];
}

const known = new WeakMap<TaxonomyIndex, ReadonlyMap<string, ExampleTerm>>();

/**
 * The terms of the leaves' examples.
 *
 * @param taxonomy the taxonomy's index; examples of leaves that it does not have are left out
 * @returns terms with the leaves that use them, made once for each index
 */
export function exampleTerms(taxonomy: TaxonomyIndex): ReadonlyMap<string, ExampleTerm> {
  const before = known.get(taxonomy);
  if (before) return before;
  const counts = new Map<string, number[]>();
  taxonomy.codes.forEach((code, leaf) => {
    for (const term of textTerms(taxonomy, leafExamples[code] ?? '')) {
      const list = counts.get(term) ?? [];
      if (list.at(-2) === leaf) list[list.length - 1]!++;
      else counts.set(term, [...list, leaf, 1]);
    }
  });
  const rarityOf = (leaves: number): number => fixedLog2(2 * taxonomy.codes.length + 2, 2 * leaves + 1);
  const terms = new Map([...counts].map(([term, list]) => [term, { rarity: rarityOf(list.length / 2), counts: list }]));
  known.set(taxonomy, terms);
  return terms;
}
