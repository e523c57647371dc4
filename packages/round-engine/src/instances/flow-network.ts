import type { RoundInstance } from '../round-instance';
import { assignmentOf, type Assignment } from './assignment';
import { dataLines } from './numbers-in';
import { Unreadable } from './unreadable';

/** A minimum-cost flow as DIMACS writes it. */
export interface FlowNetwork {
  readonly kind: 'flow_network';
  readonly nodes: number;
  /** What each node gives (positive) or takes, by zero-based node. */
  readonly supply: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  readonly cost: Float64Array;
}

/** @returns Whether a text says that it is a DIMACS problem. */
export function isDimacs(text: string): boolean {
  return /^\s*p\s+(?:min|asn)\s/im.test(text);
}

/**
 * @returns The network of a `p min` file, or the assignment of a `p asn` file.
 * @throws Unreadable with the line that is wrong.
 */
export function readDimacs(text: string): FlowNetwork | Assignment {
  let kind = '';
  let nodes = 0;
  let supply = new Float64Array(0);
  const arcs: number[][] = [];
  const left: number[] = [];
  for (const { line, text: content } of dataLines(text)) {
    const [letter = '', ...words] = content.trim().split(/\s+/);
    const numbers = words.map((word) => (/^[+-]?inf/i.test(word) ? Infinity : Number(word)));
    if (letter === 'p') {
      kind = words[0]!.toLowerCase();
      nodes = numbers[1]!;
      if (!Number.isInteger(nodes) || nodes < 1) throw new Unreadable(`line ${line}: how many nodes?`);
      supply = new Float64Array(nodes);
      continue;
    }
    if (kind === '') throw new Unreadable(`line ${line}: no problem line comes before it`);
    if (numbers.some(Number.isNaN)) throw new Unreadable(`line ${line}: numbers are expected`);
    const isNode = (n: number | undefined): n is number => Number.isInteger(n) && n! >= 1 && n! <= nodes;
    if (letter === 'n') {
      if (!isNode(numbers[0])) throw new Unreadable(`line ${line}: no such node`);
      if (kind === 'asn') left.push(numbers[0]);
      else supply[numbers[0] - 1] = numbers[1]!;
    } else if (letter === 'a') {
      if (!isNode(numbers[0]) || !isNode(numbers[1])) throw new Unreadable(`line ${line}: no such node`);
      if (numbers.length !== (kind === 'asn' ? 3 : 5))
        throw new Unreadable(`line ${line}: too many or too few numbers`);
      arcs.push(numbers);
    } else throw new Unreadable(`line ${line}: “${letter}” begins no line of this format`);
  }
  if (kind === 'asn') return leftToRight(nodes, left, arcs);
  return {
    kind: 'flow_network',
    nodes,
    supply,
    from: Int32Array.from(arcs, (arc) => arc[0]! - 1),
    to: Int32Array.from(arcs, (arc) => arc[1]! - 1),
    least: Float64Array.from(arcs, (arc) => arc[2]!),
    most: Float64Array.from(arcs, (arc) => (arc[3]! < 0 ? Infinity : arc[3]!)),
    cost: Float64Array.from(arcs, (arc) => arc[4]!),
  };
}

const leftToRight = (nodes: number, left: number[], arcs: number[][]): Assignment => {
  if (left.length * 2 !== nodes)
    throw new Unreadable(`${left.length} of ${nodes} nodes are on the left: no perfect matching`);
  const place = new Int32Array(nodes + 1).fill(-1);
  left.forEach((node, n) => (place[node] = n));
  let n = 0;
  for (let node = 1; node <= nodes; node++) if (place[node]! < 0) place[node] = left.length + n++;
  return assignmentOf(
    left.length,
    Int32Array.from(arcs, (arc) => place[arc[0]!]!),
    Int32Array.from(arcs, (arc) => place[arc[1]!]! - left.length),
    Float64Array.from(arcs, (arc) => arc[2]!),
  );
};

/**
 * A network is a round when supplies lead straight to demands and no arc can carry more than one: suppliers are needs that must
 * give all they have, takers are packages that must be full.
 *
 * @returns The round, or in words why the network is none.
 */
export function roundOfNetwork(network: FlowNetwork): RoundInstance | string {
  const { nodes, supply, from, to, least, most, cost } = network;
  if (![supply, least, cost].every((values) => values.every(Number.isSafeInteger)))
    return 'its numbers are no safe integers';
  if (supply.reduce((sum, s) => sum + s, 0) !== 0) return 'supply and demand differ: it is infeasible';
  const place = new Int32Array(nodes);
  let needCount = 0;
  let packageCount = 0;
  for (let v = 0; v < nodes; v++) place[v] = supply[v]! > 0 ? needCount++ : packageCount++;
  const arcs = Int32Array.from({ length: from.length }, (_, a) => a).toSorted(
    (a, b) => place[from[a]!]! - place[from[b]!]! || place[to[a]!]! - place[to[b]!]!,
  );
  for (const [n, a] of arcs.entries()) {
    const [u, v] = [from[a]!, to[a]!];
    if (supply[u]! <= 0 || supply[v]! >= 0) return `arc ${a + 1} does not lead from a supply to a demand`;
    if (least[a] !== 0) return `arc ${a + 1} has a lower bound`;
    if (Math.min(most[a]!, supply[u]!, -supply[v]!) > 1) return `arc ${a + 1} can carry more than one`;
    if (n > 0 && from[arcs[n - 1]!] === u && to[arcs[n - 1]!] === v) return `two arcs join ${u + 1} and ${v + 1}`;
  }
  const rowStart = new Int32Array(needCount + 1);
  for (const a of arcs) rowStart[place[from[a]!]! + 1]!++;
  for (let i = 0; i < needCount; i++) rowStart[i + 1]! += rowStart[i]!;
  const takes = Int32Array.from(supply.filter((s) => s <= 0).map((s) => 0 - s));
  return {
    needCount,
    demand: Int32Array.from(supply.filter((s) => s > 0)),
    mandatory: new Uint8Array(needCount).fill(1),
    groupOf: null,
    groupFloor: new Int32Array(0),
    rowStart,
    packageOf: arcs.map((a) => place[to[a]!]!),
    weight: Float64Array.from(arcs, (a) => (most[a]! > 0 ? 0 - cost[a]! : -Infinity)),
    packageCount,
    nodeCount: packageCount,
    parent: new Int32Array(packageCount).fill(-1),
    capacity: takes,
    floor: takes.slice(),
  };
}
