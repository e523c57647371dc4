import type { RoundInstance } from '../round-instance';
import { Search } from './search';

/** The place at the top, where every offer begins and ends. */
export const ROOT = -1;

/**
 * A flow through the round and the potentials that price it, changed in place.
 *
 * Points are needs (0 … n − 1), nodes (n …) and groups of needs (n + nodes …). Arcs go root → group → need → package → … → root.
 * Reduced cost of an arc x → y is cost + potential[x] − potential[y]; the root's potential is 0, a pair's cost is −weight.
 * A need's potential is what it gains, a node's the negative of its price, a group's the negative of what its floor costs.
 */
export interface RoundState {
  readonly instance: RoundInstance;
  /** Where the points of nodes and of groups begin, and how many points there are. */
  readonly firstNode: number;
  readonly firstGroup: number;
  readonly points: number;
  /** Need of each pair. */
  readonly needOf: Int32Array;
  /** Pairs of package j are columnPair[columnStart[j]] … columnPair[columnStart[j + 1] − 1]. */
  readonly columnStart: Int32Array;
  readonly columnPair: Int32Array;
  /** Need and weight of the same pairs once more, side by side: a search that reads a column stays in one place of memory. */
  readonly columnNeed: Int32Array;
  readonly columnWeight: Float64Array;
  /** Nodes below a node above packages, and members of a group. */
  readonly childStart: Int32Array;
  readonly child: Int32Array;
  readonly memberStart: Int32Array;
  readonly member: Int32Array;
  /** Point above each point: a need's group, a node's parent; ROOT at the top. */
  readonly above: Int32Array;
  /** Most and least flow between a point and the one above it. */
  readonly most: Int32Array;
  readonly least: Int32Array;
  /** Flow between a point and the one above it. */
  readonly flow: Int32Array;
  readonly potential: Float64Array;
  readonly weight: Float64Array;
  /** Chosen pairs of package j are held[columnStart[j]] … + heldCount[j] − 1; slotOf a pair is its place there, −1 when not chosen. */
  readonly held: Int32Array;
  readonly heldCount: Int32Array;
  readonly slotOf: Int32Array;
  readonly search: Search;
}

/** @returns For values 0 … buckets − 1, where each bucket starts and the indices in order; −1 goes nowhere. */
const bucketed = (valueOf: Int32Array, count: number, buckets: number): [Int32Array, Int32Array] => {
  const start = new Int32Array(buckets + 1);
  for (let i = 0; i < count; i++) if (valueOf[i]! >= 0) start[valueOf[i]! + 1]!++;
  for (let b = 0; b < buckets; b++) start[b + 1]! += start[b]!;
  const order = new Int32Array(start[buckets]!);
  const next = start.slice(0, buckets);
  for (let i = 0; i < count; i++) if (valueOf[i]! >= 0) order[next[valueOf[i]!]!++] = i;
  return [start, order];
};

/** @returns A state in which nothing is chosen and nothing has a price. */
export function newRoundState(instance: RoundInstance): RoundState {
  const { needCount, nodeCount, packageCount, rowStart, packageOf, groupOf } = instance;
  const pairs = packageOf.length;
  const groups = instance.groupFloor.length;
  const firstGroup = needCount + nodeCount;
  const points = firstGroup + groups;
  const needOf = new Int32Array(pairs);
  const columnStart = new Int32Array(packageCount + 1);
  for (let e = 0; e < pairs; e++) columnStart[packageOf[e]! + 1]!++;
  for (let j = 0; j < packageCount; j++) columnStart[j + 1]! += columnStart[j]!;
  const columnPair = new Int32Array(pairs);
  const columnNeed = new Int32Array(pairs);
  const columnWeight = new Float64Array(pairs);
  const next = columnStart.slice(0, packageCount);
  for (let i = 0; i < needCount; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const c = next[packageOf[e]!]!++;
      needOf[e] = i;
      columnPair[c] = e;
      columnNeed[c] = i;
      columnWeight[c] = instance.weight[e]!;
    }
  }
  const [childStart, child] = bucketed(instance.parent, nodeCount, nodeCount);
  const [memberStart, member] = groupOf ? bucketed(groupOf, needCount, groups) : [new Int32Array(1), new Int32Array(0)];
  const above = new Int32Array(points).fill(ROOT);
  if (groupOf) for (let i = 0; i < needCount; i++) if (groupOf[i]! >= 0) above[i] = firstGroup + groupOf[i]!;
  for (let v = 0; v < nodeCount; v++)
    if (instance.parent[v]! >= 0) above[needCount + v] = needCount + instance.parent[v]!;
  const most = new Int32Array(points);
  most.set(instance.demand);
  most.set(instance.capacity, needCount);
  most.fill(2 ** 31 - 1, firstGroup);
  const least = new Int32Array(points);
  least.set(instance.floor, needCount);
  least.set(instance.groupFloor, firstGroup);
  const { mandatory } = instance;
  if (mandatory) for (let i = 0; i < needCount; i++) if (mandatory[i]) least[i] = instance.demand[i]!;
  return {
    instance,
    firstNode: needCount,
    firstGroup,
    points,
    needOf,
    columnStart,
    columnPair,
    columnNeed,
    columnWeight,
    childStart,
    child,
    memberStart,
    member,
    above,
    most,
    least,
    flow: new Int32Array(points),
    potential: new Float64Array(points),
    weight: instance.weight.slice(),
    held: new Int32Array(pairs),
    heldCount: new Int32Array(packageCount),
    slotOf: new Int32Array(pairs).fill(-1),
    search: new Search(points),
  };
}

/** Chooses a pair, without moving flow above it. */
export function hold(state: RoundState, pair: number): void {
  const j = state.instance.packageOf[pair]!;
  const slot = state.columnStart[j]! + state.heldCount[j]!++;
  state.held[slot] = pair;
  state.slotOf[pair] = slot;
}

/** Gives a chosen pair up, without moving flow above it. */
export function letGo(state: RoundState, pair: number): void {
  const j = state.instance.packageOf[pair]!;
  const last = state.columnStart[j]! + --state.heldCount[j]!;
  const slot = state.slotOf[pair]!;
  const moved = state.held[last]!;
  state.held[slot] = moved;
  state.slotOf[moved] = slot;
  state.slotOf[pair] = -1;
}

/** Gives a pair another weight, without mending. */
export function setWeight(state: RoundState, pair: number, weight: number): void {
  const j = state.instance.packageOf[pair]!;
  state.weight[pair] = weight;
  state.columnWeight[state.columnPair.indexOf(pair, state.columnStart[j]!)] = weight;
}
