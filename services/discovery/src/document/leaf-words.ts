import type { SearchItem, TaxonomyState } from '@duijie/contracts';

/** What the taxonomy says of some leaves. */
export interface LeafWords {
  readonly codes: readonly string[];
  readonly leaves: SearchItem['leaves'];
  readonly aliases: readonly string[];
  readonly groups: readonly string[];
}

/** Looks leaves up; a code that the taxonomy does not know is left out. */
export type LeafLookup = (codes: readonly string[]) => LeafWords;

export function leafLookup(taxonomy: TaxonomyState | null): LeafLookup {
  const known = new Map(
    (taxonomy?.groups ?? []).flatMap((group) => group.leaves.map((leaf) => [leaf.code, { leaf, group }] as const)),
  );
  return (codes) => {
    const asked = [...new Set(codes)];
    const found = asked.flatMap((code) => known.get(code) ?? []);
    return {
      codes: asked,
      leaves: found.map(({ leaf: { code, zh, en } }) => ({ code, zh, en })),
      aliases: [...new Set(found.flatMap(({ leaf, group }) => [...leaf.synonyms, group.zh]))],
      groups: [...new Set(found.map(({ group }) => group.code))],
    };
  };
}
