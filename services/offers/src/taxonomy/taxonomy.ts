import type { CoreService, TaxonomyState, TaxonomyView } from '@duijie/contracts';

type Leaf = TaxonomyState['groups'][number]['leaves'][number];
/** The words of a leaf; what an editor may change. */
export type LeafWords = Pick<Leaf, 'zh' | 'en' | 'synonyms'>;

/** The taxonomy as it is kept. Whether a leaf is a core service follows from `coreServices`. */
export interface Taxonomy {
  readonly version: number;
  readonly groups: readonly {
    readonly code: string;
    readonly zh: string;
    readonly en: string;
    readonly leaves: readonly (LeafWords & { readonly code: string; readonly retired: boolean })[];
  }[];
  readonly coreServices: readonly CoreService[];
  readonly updatedAt: Date;
}
export type TaxonomyLeaf = Taxonomy['groups'][number]['leaves'][number];

export const leavesOf = (taxonomy: Taxonomy): readonly TaxonomyLeaf[] => taxonomy.groups.flatMap((g) => g.leaves);

export const findLeaf = (taxonomy: Taxonomy, code: string): TaxonomyLeaf | undefined =>
  leavesOf(taxonomy).find((leaf) => leaf.code === code);

export const isCoreService = (taxonomy: Taxonomy, code: string): boolean =>
  taxonomy.coreServices.some((core) => core.state === 'entered' && core.leaf === code);

/** @returns the code of the leaf that goes by a code, a Chinese name or a synonym; a name counts before a synonym */
export function leafNamed(taxonomy: Taxonomy, words: string): string | undefined {
  const wanted = words.trim();
  const leaves = leavesOf(taxonomy);
  const found =
    leaves.find((leaf) => leaf.code === wanted) ??
    leaves.find((leaf) => leaf.zh === wanted) ??
    leaves.find((leaf) => leaf.synonyms.includes(wanted));
  return found?.code;
}

/** @returns synonyms without repetitions and without the name itself, in their order */
export const tidySynonyms = ({ zh, synonyms }: Pick<LeafWords, 'zh' | 'synonyms'>): string[] => [
  ...new Set(synonyms.filter((word) => word !== zh)),
];

/** @returns a taxonomy in which the leaf is as `change` makes it */
export const withLeaf = (taxonomy: Taxonomy, code: string, change: (leaf: TaxonomyLeaf) => TaxonomyLeaf): Taxonomy => ({
  ...taxonomy,
  groups: taxonomy.groups.map((group) => ({
    ...group,
    leaves: group.leaves.map((leaf) => (leaf.code === code ? change(leaf) : leaf)),
  })),
});

/** The public state, as the event carries it. */
export const taxonomyStateOf = (taxonomy: Taxonomy): TaxonomyState => ({
  version: taxonomy.version,
  groups: taxonomy.groups.map((group) => ({
    ...group,
    leaves: group.leaves.map((leaf) => ({
      ...leaf,
      synonyms: [...leaf.synonyms],
      coreService: isCoreService(taxonomy, leaf.code),
    })),
  })),
});

export const presentTaxonomy = (taxonomy: Taxonomy): TaxonomyView => ({
  ...taxonomyStateOf(taxonomy),
  coreServices: [...taxonomy.coreServices],
  updatedAt: taxonomy.updatedAt.toISOString(),
});
