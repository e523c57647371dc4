import type { TaxonomyState } from '@duijie/contracts';

const byCode = (taxonomy: TaxonomyState): Map<string, string> =>
  new Map(
    taxonomy.groups.flatMap((group) =>
      group.leaves.map((leaf) => [leaf.code, JSON.stringify([group.zh, leaf.zh, leaf.en, leaf.synonyms])] as const),
    ),
  );

/** @returns codes of leaves whose words are not the same in both, new and removed ones included */
export function changedLeaves(before: TaxonomyState, after: TaxonomyState): string[] {
  const [old, now] = [byCode(before), byCode(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter((code) => old.get(code) !== now.get(code));
}
