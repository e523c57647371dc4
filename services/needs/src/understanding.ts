import type { TaxonomyState } from '@duijie/contracts';
import type { Label } from '@duijie/domain-kit';
import { buildTaxonomyIndex, understandNeed, type TaxonomyIndex } from '@duijie/match-engine';

/** What words are understood to ask for. */
export interface Understood {
  readonly components: readonly { readonly code: string; readonly confidence: number; readonly evidence: string[] }[];
  readonly categories: readonly string[];
}
/** The taxonomy as this service uses it; the only place that knows the match engine. */
export interface Understanding {
  /** @param posted leaves that the poster chose: weak evidence */
  understand(title: string, description: string, posted: readonly string[]): Understood;
  /** Whether a leaf may be asked for: it is in the taxonomy and not retired. */
  isLeaf(code: string): boolean;
  /** Code of a leaf by its code or its Chinese name. */
  leafNamed(text: string): string | undefined;
  /** Name of a leaf, also of one that is retired. */
  leafWords(code: string): Label | undefined;
}

/** @param taxonomy as its last event told it */
export function createUnderstanding(taxonomy: TaxonomyState): Understanding {
  const leaves = taxonomy.groups.flatMap((group) =>
    group.leaves.filter((leaf) => !leaf.retired).map((leaf) => ({ ...leaf, groupCode: group.code })),
  );
  const words = new Map(
    taxonomy.groups.flatMap((group) => group.leaves.map(({ code, zh, en }) => [code, { zh, en }] as const)),
  );
  let index: TaxonomyIndex | undefined;
  const byName = new Map(leaves.flatMap((leaf) => [[leaf.code, leaf.code] as const, [leaf.zh, leaf.code] as const]));
  return {
    understand(title, description, posted) {
      index ??= buildTaxonomyIndex(leaves);
      const { components, categories } = understandNeed({ title, description, postedCategories: posted }, index);
      return {
        components: components.map(({ code, confidence, evidence }) => ({ code, confidence, evidence: [...evidence] })),
        categories: [...categories],
      };
    },
    isLeaf: (code) => byName.get(code) === code,
    leafNamed: (text) => byName.get(text.trim()),
    leafWords: (code) => words.get(code),
  };
}
