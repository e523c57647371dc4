import { ExactSum } from '../certificate/exact-sum';
import type { FlowNetwork } from './flow-network';
import { NetworkSimplex } from './network-simplex';
import { Unreadable } from './unreadable';

/** A cheapest flow with its proof, or why there is none. */
export type SolvedNetwork =
  | { readonly status: 'optimal'; readonly cost: bigint; readonly flow: Float64Array; readonly potential: Float64Array }
  | { readonly status: 'infeasible' | 'unbounded' };

/**
 * @returns The cheapest flow by the network simplex.
 * @throws Unreadable when numbers are no integers or too large.
 * @see Cunningham, A network simplex method (1976), for strongly feasible trees.
 */
export function solveNetwork(network: FlowNetwork): SolvedNetwork {
  const { nodes, from, to, least, most, cost } = network;
  const supply = network.supply.slice();
  const top = cost.reduce((t, c) => Math.max(t, Math.abs(c)), 1);
  for (const values of [supply, least, cost])
    if (!values.every(Number.isSafeInteger)) throw new Unreadable('supplies, bounds and costs are integers');
  if (top * (nodes + 1) > 2 ** 50) throw new Unreadable('the costs are too large to be reckoned with exactly here');
  for (let e = 0; e < from.length; e++) {
    if (least[e]! > most[e]!) return { status: 'infeasible' };
    supply[from[e]!]! -= least[e]!;
    supply[to[e]!]! += least[e]!;
  }
  if (supply.reduce((sum, s) => sum + s, 0) !== 0) return { status: 'infeasible' };
  const room = most.map((m, e) => m - least[e]!);
  const feasible = (simplex: NetworkSimplex): boolean => simplex.flow.subarray(from.length).every((f) => f === 0);
  const simplex = new NetworkSimplex(nodes, from, to, room, cost, supply);
  if (simplex.run() === 'unbounded') {
    // A cycle without end may stand beside supplies that cannot flow.
    const free = new NetworkSimplex(nodes, from, to, room, new Float64Array(cost.length), supply);
    free.run();
    return { status: feasible(free) ? 'unbounded' : 'infeasible' };
  }
  if (!feasible(simplex)) return { status: 'infeasible' };
  const flow = simplex.flow.slice(0, from.length).map((f, e) => f + least[e]!);
  const sum = new ExactSum();
  for (let e = 0; e < flow.length; e++) sum.addProduct(flow[e]!, cost[e]!);
  return { status: 'optimal', cost: sum.total, flow, potential: simplex.potential.slice(0, nodes) };
}

/**
 * Checks a flow by weak duality, from the network alone.
 *
 * @returns The proven bound: no flow costs less. Null when the flow breaks a bound or a supply.
 */
export function checkNetwork(network: FlowNetwork, flow: Float64Array, potential: Float64Array): bigint | null {
  const { nodes, supply, from, to, least, most, cost } = network;
  const kept = new Float64Array(nodes);
  const bound = new ExactSum();
  for (let e = 0; e < from.length; e++) {
    if (!(flow[e]! >= least[e]! && flow[e]! <= most[e]!)) return null;
    kept[from[e]!]! += flow[e]!;
    kept[to[e]!]! -= flow[e]!;
    const reduced = cost[e]! + potential[from[e]!]! - potential[to[e]!]!;
    if (reduced >= 0) bound.addProduct(reduced, least[e]!);
    else if (most[e] === Infinity) return null;
    else bound.addProduct(reduced, most[e]!);
  }
  for (let v = 0; v < nodes; v++) {
    if (kept[v] !== supply[v]) return null;
    bound.addProduct(-potential[v]!, supply[v]!);
  }
  return bound.total;
}
