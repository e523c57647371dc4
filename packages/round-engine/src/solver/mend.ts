import { hold, letGo, ROOT, type RoundState } from './round-state';
import { routeIn } from './route-in';
import { routeOut } from './route-out';

/**
 * Too much at one point and too little at another: a cycle where one way joins them, else two ways by the root.
 *
 * @param first Which of the two the search begins at.
 * @returns 'done'; 'nothing' when no way was found and nothing has changed; 'half' when only the first was helped.
 */
const rebalance = (
  state: RoundState,
  tooMuch: number,
  tooLittle: number,
  first: 'tooMuch' | 'tooLittle',
): 'done' | 'nothing' | 'half' => {
  const outFirst = first === 'tooMuch';
  const met = outFirst ? routeOut(state, tooMuch, tooLittle) : routeIn(state, tooLittle, tooMuch);
  if (met === null) return 'nothing';
  const other = outFirst ? tooLittle : tooMuch;
  if (met === other) return 'done';
  return (outFirst ? routeIn(state, other, ROOT) : routeOut(state, other, ROOT)) === null ? 'half' : 'done';
};

/** After half a rebalancing was taken back at `point`: sends the unit the way it came, under what was filled by it if need be. */
const takeBack = (state: RoundState, point: number, first: 'tooMuch' | 'tooLittle'): void => {
  const least = state.least.slice();
  state.least.fill(0);
  const met = first === 'tooMuch' ? routeIn(state, point, ROOT) : routeOut(state, point, ROOT);
  state.least.set(least);
  if (met === null) throw new Error('the flow of the round is out of balance');
};

/**
 * Brings the flow between a point and the one above it into order, and keeps the rest as it is.
 *
 * @returns False where what must be filled cannot be filled, or what must be empty cannot be emptied.
 */
export function mendPoint(state: RoundState, x: number): boolean {
  const { above, flow, most, least, potential, firstNode, firstGroup } = state;
  const a = above[x]!;
  const upwards = x >= firstNode && x < firstGroup;
  if (least[x]! > most[x]!) return false;
  for (;;) {
    const gap = potential[x]! - (a === ROOT ? 0 : potential[a]!);
    const gain = upwards ? -gap : gap;
    let step = 0;
    if (flow[x]! < least[x]! || (flow[x]! < most[x]! && gain > 0)) step = 1;
    else if (flow[x]! > most[x]! || (flow[x]! > least[x]! && gain < 0)) step = -1;
    else return true;
    flow[x]! += step;
    // More from above, or less upwards, is too much here.
    const first = step > 0 === upwards ? 'tooLittle' : 'tooMuch';
    const met = first === 'tooMuch' ? rebalance(state, x, a, first) : rebalance(state, a, x, first);
    if (met === 'done') continue;
    flow[x]! -= step;
    if (met === 'half') takeBack(state, x, first);
    return false;
  }
}

/**
 * Brings one pair into order after its weight has changed.
 *
 * @returns False where a pair that should be given up cannot be: it is still held, and the caller gives it a weight to hold for.
 */
export function mendPair(state: RoundState, pair: number): boolean {
  const { potential, weight, slotOf, needOf, firstNode, instance } = state;
  const i = needOf[pair]!;
  const j = firstNode + instance.packageOf[pair]!;
  const cost = potential[i]! - potential[j]! - weight[pair]!;
  if (slotOf[pair]! < 0 && cost < 0) {
    hold(state, pair);
    if (rebalance(state, j, i, 'tooMuch') !== 'done') throw new Error('the flow of the round is out of balance');
  } else if (slotOf[pair]! >= 0 && cost > 0) {
    letGo(state, pair);
    const met = rebalance(state, i, j, 'tooMuch');
    if (met === 'done') return true;
    hold(state, pair);
    if (met === 'half') takeBack(state, i, 'tooMuch');
    return false;
  }
  return true;
}

/**
 * Brings everything into order: an optimum.
 *
 * @returns Points whose least or most flow cannot be met; empty when the round has a solution.
 */
export function mendAll(state: RoundState): number[] {
  const { firstNode, firstGroup, points } = state;
  const unmet: number[] = [];
  const mend = (from: number, until: number): void => {
    for (let x = from; x < until; x++) if (!mendPoint(state, x)) unmet.push(x);
  };
  mend(0, firstNode);
  mend(firstNode, firstGroup);
  mend(firstGroup, points);
  return unmet;
}
