import { letGo, hold, ROOT, type RoundState } from './round-state';

/**
 * Sends one unit too many at `start` to the root along a cheapest way (Dijkstra on reduced costs), and moves potentials so that
 * what was optimal stays so. Arcs that are out of order count as length 0 and never come further out of order.
 *
 * @param stop A point that also ends the way; ROOT for none.
 * @returns Where the way ended (ROOT or `stop`); null when there is none, and nothing has changed.
 */
export function routeOut(state: RoundState, start: number, stop: number): number | null {
  const { firstNode, firstGroup, above, flow, most, least, potential, weight, held, heldCount, slotOf, needOf } = state;
  const { rowStart, packageOf, packageCount } = state.instance;
  const { columnStart, childStart, child, memberStart, member } = state;
  const { search } = state;
  const { from, byPair, distance } = search;
  search.begin(start, stop);
  for (;;) {
    const x = search.next();
    if (x < 0) break;
    const d = search.now;
    const here = potential[x]!;
    if (x < firstNode) {
      if (flow[x]! > least[x]!) {
        const up = above[x]!;
        if (up === ROOT) search.reachRoot(x, here > 0 ? d + here : d);
        else search.reach(up, d + Math.max(0, here - potential[up]!), x, -1);
      }
      const until = rowStart[x + 1]!;
      search.scanned += until - rowStart[x]!;
      const base = d + here;
      for (let e = rowStart[x]!; e < until; e++) {
        const y = firstNode + packageOf[e]!;
        let at = base - weight[e]! - potential[y]!;
        if (at < d) at = d;
        if (at >= search.best || at >= distance[y]! || slotOf[e]! >= 0) continue;
        if (flow[y]! < most[y]! && above[y] === ROOT && potential[y]! <= 0 && y !== stop) {
          // A free place right under the root ends the way at once.
          search.endAt(y, at, x, e);
        } else search.reach(y, at, x, e);
      }
    } else if (x < firstGroup) {
      if (flow[x]! < most[x]!) {
        const up = above[x]!;
        if (up === ROOT) search.reachRoot(x, here > 0 ? d + here : d);
        else search.reach(up, d + Math.max(0, here - potential[up]!), x, -1);
      }
      const v = x - firstNode;
      if (v < packageCount) {
        const until = columnStart[v]! + heldCount[v]!;
        search.scanned += heldCount[v]!;
        for (let slot = columnStart[v]!; slot < until; slot++) {
          const e = held[slot]!;
          const y = needOf[e]!;
          search.reach(y, d + Math.max(0, weight[e]! - potential[y]! + here), x, e);
        }
      } else {
        for (let c = childStart[v]!; c < childStart[v + 1]!; c++) {
          const y = firstNode + child[c]!;
          if (flow[y]! > least[y]!) search.reach(y, d + Math.max(0, here - potential[y]!), x, -1);
        }
      }
    } else {
      if (flow[x]! > least[x]!) search.reachRoot(x, here > 0 ? d + here : d);
      const g = x - firstGroup;
      for (let c = memberStart[g]!; c < memberStart[g + 1]!; c++) {
        const y = member[c]!;
        if (flow[y]! < most[y]!) search.reach(y, d + Math.max(0, here - potential[y]!), x, -1);
      }
    }
  }

  search.finish(potential, 1);
  if (search.best === Infinity) return null;

  const { end } = search;
  let y = end;
  if (end === ROOT) {
    y = search.last;
    flow[y]! += y >= firstNode && y < firstGroup ? 1 : -1;
  }
  while (y !== start) {
    const x = from[y]!;
    const e = byPair[y]!;
    if (e >= 0) {
      if (x < firstNode) hold(state, e);
      else letGo(state, e);
    } else if (x < firstNode) flow[x]!--;
    else if (y < firstNode) flow[y]!++;
    else if (above[x] === y) flow[x]!++;
    else flow[y]!--;
    y = x;
  }
  return end;
}
