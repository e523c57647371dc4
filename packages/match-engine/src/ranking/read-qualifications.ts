import type { PackageColumns } from '../columns/package-columns';
import type { EngineNeed } from '../engine-need';
import { qualificationKey } from '../rules/qualification-key';
import { qualificationLeaves } from '../rules/qualification-leaves';
import type { FactsQualification } from './need-facts';

/**
 * Reads the required qualifications, and which components they belong to.
 *
 * @param columns the index
 * @param need the need
 * @param components leaf numbers of its components
 * @returns one entry a requirement, in the need's order
 */
export function readQualifications(
  columns: PackageColumns,
  need: EngineNeed,
  components: Int32Array,
): FactsQualification[] {
  return need.requiredQualifications.map(({ name, component }) => {
    const codes = component === null ? qualificationLeaves(name) : [component];
    const leaves = codes
      .map((code) => columns.taxonomy.numberOf.get(code) ?? -1)
      .filter((leaf) => component !== null || components.includes(leaf));
    return { required: columns.requiredNames.intern(qualificationKey(name)), leaves };
  });
}
