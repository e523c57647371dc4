import type { TaxonomyState } from '@duijie/contracts';
import type { Label } from '@duijie/domain-kit';
import {
  buildTaxonomyIndex,
  defaultPhrases,
  understandFacts,
  understandNeed,
  wordsToLearn,
  type LearntPhrases,
  type TaxonomyIndex,
  type UnderstoodFacts,
} from '@duijie/match-engine';

/** What words are understood to ask for. */
export interface Understood {
  readonly components: readonly { readonly code: string; readonly confidence: number; readonly evidence: string[] }[];
  readonly categories: readonly string[];
}
/** The taxonomy as this service uses it; the only place that knows the match engine. */
export interface Understanding {
  /** @param posted leaves that the poster chose: weak evidence */
  understand(title: string, description: string, posted: readonly string[]): Understood;
  /** Money, urgency, kinds, qualifications, households and place. @param places names to look for */
  facts(text: string, places: readonly string[]): UnderstoodFacts;
  /** Words of a text that no service is known by yet. */
  unknownWords(text: string, most: number): readonly string[];
  /** Whether a leaf may be asked for: it is in the taxonomy and not retired. */
  isLeaf(code: string): boolean;
  /** Code of a leaf by its code or its Chinese name. */
  leafNamed(text: string): string | undefined;
  /** Name of a leaf, also of one that is retired. */
  leafWords(code: string): Label | undefined;
}

/** @param taxonomy as its last event told it @param learnt what corrections have taught */
export function createUnderstanding(
  taxonomy: TaxonomyState,
  learnt: LearntPhrases = { means: [], not: [] },
): Understanding {
  const leaves = taxonomy.groups.flatMap((group) =>
    group.leaves.filter((leaf) => !leaf.retired).map((leaf) => ({ ...leaf, groupCode: group.code })),
  );
  const words = new Map(
    taxonomy.groups.flatMap((group) => group.leaves.map(({ code, zh, en }) => [code, { zh, en }] as const)),
  );
  let built: TaxonomyIndex | undefined;
  const index = (): TaxonomyIndex => (built ??= buildTaxonomyIndex(leaves, defaultPhrases, learnt));
  const byName = new Map(leaves.flatMap((leaf) => [[leaf.code, leaf.code] as const, [leaf.zh, leaf.code] as const]));
  return {
    understand(title, description, posted) {
      const { components, categories } = understandNeed({ title, description, postedCategories: posted }, index());
      return {
        components: components.map(({ code, confidence, evidence }) => ({ code, confidence, evidence: [...evidence] })),
        categories: [...categories],
      };
    },
    facts: (text, places) => understandFacts(text, places),
    unknownWords: (text, most) => wordsToLearn(index(), text, most),
    isLeaf: (code) => byName.get(code) === code,
    leafNamed: (text) => byName.get(text.trim()),
    leafWords: (code) => words.get(code),
  };
}
