import type { EnginePackage } from '../engine-package';
import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { textTerms } from '../text/text-terms';
import type { Interner } from '../text/interner';
import { peopleGroups } from '../text/people-groups';
import { splitLimits } from '../text/split-limits';

/** How often a word of the title counts against one of the description. */
const TITLE_TIMES = 2;

/** A package's text in numbers. */
export interface PackageTerms {
  /** Pairs of term number and times. */
  readonly counts: Int32Array;
  readonly total: number;
  /** Terms that the package rules out. */
  readonly limits: Int32Array;
  /** Bits of the groups of people that it speaks of. */
  readonly people: number;
}

/**
 * Turns a package's text into numbered terms.
 *
 * @param pkg the package
 * @param taxonomy for the phrases that mean the same
 * @param terms gives the numbers; grows
 * @returns counts (ascending term numbers), their total, and what is ruled out
 */
export function packageTerms(pkg: EnginePackage, taxonomy: TaxonomyIndex, terms: Interner): PackageTerms {
  const times = new Map<number, number>();
  let total = 0;
  const add = (text: string, weight: number): void => {
    for (const term of textTerms(taxonomy, text)) {
      const number = terms.intern(term);
      times.set(number, (times.get(number) ?? 0) + weight);
      total += weight;
    }
  };
  const { said, ruledOut } = splitLimits(pkg.description);
  add(pkg.title, TITLE_TIMES);
  add(said, 1);
  const limits = new Set(textTerms(taxonomy, ruledOut).map((term) => terms.intern(term)));
  const people = peopleGroups(`${pkg.title},${said}`);
  const sorted = [...times].toSorted((a, b) => a[0] - b[0]);
  return { counts: Int32Array.from(sorted.flat()), total, limits: Int32Array.from(limits), people };
}
