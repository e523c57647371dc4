import type { PackageColumns } from '../columns/package-columns';
import type { EngineNeed } from '../engine-need';
import { qualificationKey } from '../rules/qualification-key';
import { qualificationLeaves } from '../rules/qualification-leaves';
import { sameQualification } from '../rules/same-qualification';

/** A required qualification in the numbers of one index. */
export interface PreparedQualification {
  readonly name: string;
  /** Numbers of the held names that answer it. */
  readonly answers: ReadonlySet<number>;
  /** Leaf numbers of the components that it belongs to; empty = asked of everybody. */
  readonly leaves: readonly number[];
}

/**
 * Prepares the required qualifications: which held ones answer them, and which components they belong to.
 *
 * @param columns the index
 * @param need the need
 * @param components leaf numbers of its components
 * @returns one entry a requirement, in the need's order
 */
export function prepareQualifications(
  columns: PackageColumns,
  need: EngineNeed,
  components: Int32Array,
): PreparedQualification[] {
  return need.requiredQualifications.map(({ name, component }) => {
    const key = qualificationKey(name);
    const answers = new Set<number>();
    for (let held = 0; held < columns.qualificationNames.size; held++) {
      if (sameQualification(key, columns.qualificationNames.word(held))) answers.add(held);
    }
    const codes = component === null ? qualificationLeaves(name) : [component];
    const leaves = codes
      .map((code) => columns.taxonomy.numberOf.get(code) ?? -1)
      .filter((leaf) => component !== null || components.includes(leaf));
    return { name, answers, leaves };
  });
}
