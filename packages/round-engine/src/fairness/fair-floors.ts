import type { RoundInstance } from '../round-instance';
import { newRoundState } from '../solver/round-state';
import { routeOut } from '../solver/route-out';

/**
 * How many offers each district can have when the worst-filled district is filled as far as it can be, then the next, and so on:
 * the lexicographic optimum of fill. With these as `groupFloor`, the solver finds the best round among those that are as fair.
 *
 * Offers are added one at a time to the district that is filled least; an added offer moves others but takes none away, so a
 * district that cannot have one more never will (the sets of needs that can be served form a polymatroid).
 *
 * @returns Offers by group; pairs of weight 0 or less are not counted on.
 * @see Fujishige, Lexicographically optimal base of a polymatroid (1980).
 */
export function fairFloors(instance: RoundInstance): Int32Array {
  const { needCount, groupOf, groupFloor, demand, weight, floor } = instance;
  const groups = groupFloor.length;
  if (groupOf === null) return new Int32Array(groups);
  const state = newRoundState({
    ...instance,
    weight: weight.map((w) => (w > 0 ? 0 : -Infinity)),
    mandatory: null,
    groupOf: null,
    groupFloor: new Int32Array(0),
    floor: floor.map(() => 0),
  });
  const { flow, least, search, firstNode, columnStart, columnPair, slotOf, weight: allowed } = state;
  const asked = new Int32Array(groups);
  const given = new Int32Array(groups);
  const waiting: number[][] = Array.from({ length: groups }, () => []);
  for (let i = needCount - 1; i >= 0; i--) {
    const g = groupOf[i]!;
    if (g < 0) continue;
    asked[g]! += demand[i]!;
    for (let k = 0; k < demand[i]!; k++) waiting[g]!.push(i);
  }
  const emptiest = (): number => {
    let worst = -1;
    for (let g = 0; g < groups; g++) {
      if (waiting[g]!.length === 0) continue;
      // Among equally filled ones the smallest: one offer lifts it most.
      const less = worst < 0 ? -1 : given[g]! * asked[worst]! - given[worst]! * asked[g]!;
      if (less < 0 || (less === 0 && asked[g]! < asked[worst]!)) worst = g;
    }
    return worst;
  };
  for (let g = emptiest(); g >= 0; g = emptiest()) {
    const i = waiting[g]!.pop()!;
    // What is served stays served: neither this need nor any other has a way out but over a free place.
    flow[i]!++;
    least[i]!++;
    if (routeOut(state, i, -1) !== null) {
      given[g]!++;
      continue;
    }
    flow[i]!--;
    least[i]!--;
    // What was reached leads to no free place, now or later: it is closed, so that no other search goes there.
    for (let t = 0; t < search.reached; t++) {
      const j = search.touched[t]! - firstNode;
      if (j < 0 || j >= instance.packageCount) continue;
      for (let c = columnStart[j]!; c < columnStart[j + 1]!; c++)
        if (slotOf[columnPair[c]!]! < 0) allowed[columnPair[c]!] = -Infinity;
    }
  }
  return given;
}
