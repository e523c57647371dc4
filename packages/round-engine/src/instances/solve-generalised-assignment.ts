import type { GeneralisedAssignment } from './generalised-assignment';
import { Exchange } from './exchange';
import { improveAssignment } from './improve-assignment';
import { openCells } from './open-cells';

/** What was found; `bound` is proven: no assignment costs less. */
export interface SolvedGeneralisedAssignment {
  /** Agent of each job; null when none was found within the capacities. */
  readonly agentOf: Int32Array | null;
  readonly cost: number;
  readonly bound: number;
  /** 1 for each agent × job that a cheaper assignment may hold. */
  readonly open: Uint8Array;
}

/**
 * Lagrangian bound (each job once is priced, agents fill exact knapsacks) with a repaired and improved assignment from each step.
 *
 * @param work About how many elementary steps may be spent.
 * @see Fisher, Jaikumar and Van Wassenhove, A multiplier adjustment method for the generalized assignment problem (1986).
 */
export function solveGeneralisedAssignment(problem: GeneralisedAssignment, work = 2e9): SolvedGeneralisedAssignment {
  const { agents, jobs, cost, use, capacity } = problem;
  let cells = 0;
  for (let a = 0; a < agents; a++) cells += Math.max(1, capacity[a]! + 1) * jobs;
  const exact = cells <= 5e7;
  const steps = exact ? Math.max(30, Math.min(600, Math.floor(work / (4 * cells)))) : 200;
  const price = new Float64Array(jobs);
  for (let j = 0; j < jobs; j++) {
    let low = Infinity;
    for (let a = 0; a < agents; a++) if (use[a * jobs + j]! <= capacity[a]!) low = Math.min(low, cost[a * jobs + j]!);
    // A job that fits nobody.
    if (low === Infinity)
      return { agentOf: null, cost: Infinity, bound: Infinity, open: new Uint8Array(agents * jobs) };
    price[j] = low;
  }
  let bound = -Infinity;
  let best: Int32Array | null = null;
  let bestCost = Infinity;
  let bestPrice = price.slice();
  let boldness = 2;
  let since = 0;
  for (let step = 0; step < steps && Math.ceil(bound - 1e-6) < bestCost; step++) {
    const taken = new Uint8Array(agents * jobs);
    let value = price.reduce((sum, p) => sum + p, 0);
    for (let a = 0; a < agents; a++) value += (exact ? fill : fillFractionally)(problem, a, price, taken);
    if (value > bound + 1e-9) {
      bound = value;
      bestPrice = price.slice();
      since = 0;
    } else if (++since >= 15) {
      boldness /= 2;
      since = 0;
    }
    const found = improveAssignment(problem, taken, price);
    if (found && found.cost < bestCost) [best, bestCost] = [found.agentOf, found.cost];
    let norm = 0;
    const slope = new Float64Array(jobs).fill(1);
    for (let a = 0; a < agents; a++) for (let j = 0; j < jobs; j++) slope[j]! -= taken[a * jobs + j]!;
    for (const s of slope) norm += s * s;
    if (norm === 0) {
      // Each job exactly once: the choice costs its bound.
      break;
    }
    const goal = bestCost < Infinity ? bestCost : bound + Math.max(1, Math.abs(bound) * 0.05);
    const length = (boldness * Math.max(goal - value, 1e-3)) / norm;
    for (let j = 0; j < jobs; j++) price[j]! += length * slope[j]!;
  }
  if (best !== null && Math.ceil(bound - 1e-6) < bestCost) {
    best = kicked(problem, best, Math.ceil(bound - 1e-6), work);
    bestCost = best.reduce((sum, a, j) => sum + cost[a * jobs + j]!, 0);
  }
  const open = exact ? openCells(problem, bestPrice, bound, bestCost) : new Uint8Array(agents * jobs).fill(1);
  return { agentOf: best, cost: bestCost, bound: Math.min(bestCost, Math.ceil(bound - 1e-6)), open };
}

/** Kicks and descends again and again from the best, always the same way, until it costs no more than `bound` or work is spent. */
const kicked = (problem: GeneralisedAssignment, start: Int32Array, bound: number, work: number): Int32Array => {
  const { agents, jobs } = problem;
  let seed = 1;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  let current = new Exchange(problem, start.slice());
  current.descend();
  let best = current.agentOf.slice();
  let bestCost = current.cost;
  const rounds = Math.max(20, Math.min(5_000, Math.floor(work / (8 * jobs * jobs * agents))));
  for (let round = 0; round < rounds && bestCost > bound; round++) {
    const next = new Exchange(problem, current.agentOf.slice());
    for (let kicks = 2 + Math.floor(random() * 4); kicks > 0; kicks--) next.kick(random);
    next.descend();
    // A little worse is taken now and then, so that the search leaves a valley.
    if (next.cost <= current.cost || random() < 0.02) current = next;
    if (current.cost >= bestCost) continue;
    best = current.agentOf.slice();
    bestCost = current.cost;
  }
  return best;
};

/** Fills one agent's knapsack where cost − price is least. @returns Its value, 0 or less. */
const fill = (problem: GeneralisedAssignment, agent: number, price: Float64Array, taken: Uint8Array): number => {
  const { jobs, cost, use, capacity } = problem;
  const room = capacity[agent]!;
  if (room < 0) return 0;
  const worthwhile: number[] = [];
  for (let j = 0; j < jobs; j++) {
    const k = agent * jobs + j;
    if (use[k]! <= room && cost[k]! < price[j]!) worthwhile.push(j);
  }
  const least = new Float64Array(room + 1);
  const chosen = new Uint8Array(worthwhile.length * (room + 1));
  worthwhile.forEach((j, n) => {
    const k = agent * jobs + j;
    const gain = cost[k]! - price[j]!;
    const size = use[k]!;
    for (let r = room; r >= size; r--) {
      const value = least[r - size]! + gain;
      if (value >= least[r]!) continue;
      least[r] = value;
      chosen[n * (room + 1) + r] = 1;
    }
  });
  let left = room;
  for (let n = worthwhile.length - 1; n >= 0; n--) {
    if (!chosen[n * (room + 1) + left]) continue;
    const k = agent * jobs + worthwhile[n]!;
    taken[k] = 1;
    left -= use[k]!;
  }
  return least[room]!;
};

/** The same with a part of the last job, where an exact knapsack would be too large: a weaker bound, still a bound. */
const fillFractionally = (
  problem: GeneralisedAssignment,
  agent: number,
  price: Float64Array,
  taken: Uint8Array,
): number => {
  const { jobs, cost, use, capacity } = problem;
  const gain = (j: number): number => price[j]! - cost[agent * jobs + j]!;
  const size = (j: number): number => use[agent * jobs + j]!;
  const worthwhile = Array.from({ length: jobs }, (_, j) => j)
    .filter((j) => gain(j) > 0 && size(j) <= capacity[agent]!)
    .toSorted((a, b) => gain(b) * size(a) - gain(a) * size(b));
  let left = capacity[agent]!;
  let value = 0;
  for (const j of worthwhile) {
    if (size(j) <= left) {
      taken[agent * jobs + j] = 1;
      left -= size(j);
      value -= gain(j);
    } else {
      value -= (gain(j) * left) / size(j);
      break;
    }
  }
  return value;
};
