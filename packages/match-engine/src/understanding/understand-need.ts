import type { PackageColumns } from '../columns/package-columns';
import type { TaxonomyIndex } from '../taxonomy/build-taxonomy-index';
import { chooseLeaves } from './choose-leaves';
import { leafEvidence } from './leaf-evidence';
import { mended } from './mend-text';

/** What somebody wrote. */
export interface NeedText {
  readonly title: string;
  readonly description: string;
  /** Leaf codes that the poster chose, weak evidence; empty or left out = none. */
  readonly postedCategories?: readonly string[];
}

/** A leaf that a text asks for. */
export interface UnderstoodComponent {
  readonly code: string;
  /** 0..1; not a probability until it has been calibrated. */
  readonly confidence: number;
  /** The words of the text that led to it, strongest first. */
  readonly evidence: readonly string[];
}

/** What a text asks for. */
export interface NeedUnderstanding {
  /** Surest first; the first is taken for the main point. */
  readonly components: readonly UnderstoodComponent[];
  /** Leaf codes fit for the need's categories: at most three, surest first. */
  readonly categories: readonly string[];
}

/**
 * Tells from its words which services a need really asks for: phrases of the taxonomy, and the packages' own words where
 * an index is given. What the text rules out (`不缺施工队`) is no evidence;
 * wrong characters of the same sound or shape are read as they were meant.
 *
 * @param text what the poster wrote
 * @param taxonomy the taxonomy's index
 * @param columns packages whose texts and categories serve as neighbours; may be left out
 * @returns components with confidence and the words that led to them; empty when nothing is understood
 */
export function understandNeed(text: NeedText, taxonomy: TaxonomyIndex, columns?: PackageColumns): NeedUnderstanding {
  const { strength, words } = leafEvidence(mended(taxonomy, text), taxonomy, columns);
  const components = chooseLeaves(strength).map(({ leaf, permille }) => ({
    code: taxonomy.codes[leaf]!,
    confidence: permille / 1000,
    evidence: [...new Set(words[leaf])],
  }));
  return { components, categories: components.slice(0, 3).map(({ code }) => code) };
}
