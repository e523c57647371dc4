import type { PackageColumns } from '../columns/package-columns';
import type { EngineNeed } from '../engine-need';
import { leafEvidence } from '../understanding/leaf-evidence';
import type { NeedFacts } from './need-facts';

const FULL = 1000;
/** Leaves taken from a text at most, and their least evidence in permille of the strongest. */
const MOST_FROM_TEXT = 8;
const LEAST_FROM_TEXT = 300;

/**
 * Reads what a need asks for: its components or, where none is known to the taxonomy, all that its text leans to.
 *
 * @param columns the index
 * @param need the need
 * @returns leaf numbers and how sure each is; none when nothing is understood
 */
export function readComponents(
  columns: PackageColumns,
  need: EngineNeed,
): Pick<NeedFacts, 'components' | 'sureness' | 'fromText'> {
  const given = new Map<number, number>();
  for (const { code, confidence } of need.components) {
    const leaf = columns.taxonomy.numberOf.get(code);
    if (leaf !== undefined && !given.has(leaf)) given.set(leaf, Math.round(FULL * (confidence ?? 1)));
  }
  const sureness = given.size > 0 ? given : fromText(columns, need);
  return {
    components: Int32Array.from(sureness.keys()),
    sureness: Int32Array.from(sureness.values()),
    fromText: given.size === 0,
  };
}

function fromText(columns: PackageColumns, need: EngineNeed): Map<number, number> {
  const { strength } = leafEvidence({ ...need, postedCategories: need.categories }, columns.taxonomy, columns);
  const order = [...strength.keys()].toSorted((a, b) => strength[b]! - strength[a]! || a - b);
  const best = strength[order[0] ?? 0] ?? 0;
  const merits = new Map<number, number>();
  for (const leaf of order.slice(0, MOST_FROM_TEXT)) {
    if (strength[leaf]! > 0 && strength[leaf]! * FULL >= best * LEAST_FROM_TEXT) {
      merits.set(leaf, Math.max(1, Math.floor((strength[leaf]! * strength[leaf]!) / best)));
    }
  }
  return merits;
}
