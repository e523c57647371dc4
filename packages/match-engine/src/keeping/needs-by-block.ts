import { WHOLE_CITY } from '../columns/rank-columns';
import type { PreparedNeed } from '../ranking/prepared-need';

/** District number under which needs without a place stand. */
const NO_PLACE = -2;

/** Which needs could list a package: by the leaves that bring them any credit, and their district. */
export class NeedsByBlock {
  readonly #byLeaf = new Map<number, Map<number, Set<number>>>();

  /** @param number the need's number @param need the need */
  add(number: number, need: PreparedNeed): void {
    for (const leaf of need.creditedLeaves) {
      let districts = this.#byLeaf.get(leaf);
      if (!districts) this.#byLeaf.set(leaf, (districts = new Map<number, Set<number>>()));
      const needs = districts.get(need.district);
      if (needs) needs.add(number);
      else districts.set(need.district, new Set([number]));
    }
  }

  /** @param number the need's number @param need the need as it was added */
  remove(number: number, need: PreparedNeed): void {
    for (const leaf of need.creditedLeaves) this.#byLeaf.get(leaf)?.get(need.district)?.delete(number);
  }

  /**
   * @param leaf a leaf of a package
   * @param district a district that it serves, or the whole city
   * @returns sets of the needs that could list it, no need in two of them
   */
  under(leaf: number, district: number): readonly ReadonlySet<number>[] {
    const districts = this.#byLeaf.get(leaf);
    if (!districts) return [];
    if (district === WHOLE_CITY) return [...districts.values()];
    return [districts.get(district), districts.get(NO_PLACE)].filter((needs) => needs !== undefined);
  }
}
