import { hold, letGo, ROOT, type RoundState } from './round-state';

/**
 * Brings one unit that is missing at `start` from the root along a cheapest way, searched backwards; the mirror of {@link routeOut}.
 *
 * @param stop A point that also begins the way; ROOT for none.
 * @returns Where the way began (ROOT or `stop`); null when there is none, and nothing has changed.
 */
export function routeIn(state: RoundState, start: number, stop: number): number | null {
  const { firstNode, firstGroup, above, flow, most, least, potential, weight, slotOf } = state;
  const { rowStart, packageOf, packageCount } = state.instance;
  const { columnStart, columnPair, columnNeed, columnWeight, childStart, child, memberStart, member } = state;
  const { search } = state;
  const { from, byPair, distance } = search;
  search.begin(start, stop);
  for (;;) {
    const y = search.next();
    if (y < 0) break;
    const d = search.now;
    const here = potential[y]!;
    if (y < firstNode) {
      if (flow[y]! < most[y]!) {
        const up = above[y]!;
        if (up === ROOT) search.reachRoot(y, here < 0 ? d - here : d);
        else search.reach(up, d + Math.max(0, potential[up]! - here), y, -1);
      }
      const until = rowStart[y + 1]!;
      search.scanned += until - rowStart[y]!;
      for (let e = rowStart[y]!; e < until; e++) {
        if (slotOf[e]! < 0) continue;
        const x = firstNode + packageOf[e]!;
        search.reach(x, d + Math.max(0, weight[e]! - here + potential[x]!), y, e);
      }
    } else if (y < firstGroup) {
      if (flow[y]! > least[y]!) {
        const up = above[y]!;
        if (up === ROOT) search.reachRoot(y, here < 0 ? d - here : d);
        else search.reach(up, d + Math.max(0, potential[up]! - here), y, -1);
      }
      const v = y - firstNode;
      if (v < packageCount) {
        const until = columnStart[v + 1]!;
        search.scanned += until - columnStart[v]!;
        const base = d - here;
        for (let c = columnStart[v]!; c < until; c++) {
          const x = columnNeed[c]!;
          let at = base + potential[x]! - columnWeight[c]!;
          if (at < d) at = d;
          if (at >= search.best || at >= distance[x]!) continue;
          const e = columnPair[c]!;
          if (slotOf[e]! < 0) search.reach(x, at, y, e);
        }
      } else {
        for (let c = childStart[v]!; c < childStart[v + 1]!; c++) {
          const x = firstNode + child[c]!;
          if (flow[x]! < most[x]!) search.reach(x, d + Math.max(0, potential[x]! - here), y, -1);
        }
      }
    } else {
      search.reachRoot(y, here < 0 ? d - here : d);
      const g = y - firstGroup;
      for (let c = memberStart[g]!; c < memberStart[g + 1]!; c++) {
        const x = member[c]!;
        if (flow[x]! > least[x]!) search.reach(x, d + Math.max(0, potential[x]! - here), y, -1);
      }
    }
  }

  search.finish(potential, -1);
  if (search.best === Infinity) return null;

  const begin = search.end;
  let x = begin;
  if (begin === ROOT) {
    x = search.last;
    flow[x]! += x >= firstNode && x < firstGroup ? -1 : 1;
  }
  while (x !== start) {
    const y = from[x]!;
    const e = byPair[x]!;
    if (e >= 0) {
      if (x < firstNode) hold(state, e);
      else letGo(state, e);
    } else if (y < firstNode) flow[y]!++;
    else if (x < firstNode) flow[x]!--;
    else if (above[x] === y) flow[x]!++;
    else flow[y]!--;
    x = y;
  }
  return begin;
}
