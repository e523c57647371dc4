import type { EngineNeed, EnginePackage, TaxonomyIndex } from '@duijie/match-engine';

/**
 * Whether a package could stand in a need's list at all: one of its services is asked for or related, and it serves the
 * district. Never false where the engine would list it; a need without components is understood from its text, so any
 * service may be meant.
 */
export function mayList(need: EngineNeed, pkg: EnginePackage, taxonomy: TaxonomyIndex): boolean {
  const { district } = need.place;
  if (
    district !== null &&
    pkg.serviceArea.kind === 'districts' &&
    pkg.serviceArea.districts.length > 0 &&
    !pkg.serviceArea.districts.includes(district)
  )
    return false;
  const asked = need.components.flatMap(({ code }) => taxonomy.numberOf.get(code) ?? []);
  if (asked.length === 0) return true;
  const leaves = pkg.categories.flatMap((code) => taxonomy.numberOf.get(code) ?? []);
  const n = taxonomy.codes.length;
  return asked.some((component) => leaves.some((leaf) => taxonomy.relation[component * n + leaf] !== 0));
}
