import { Exchange } from './exchange';
import type { GeneralisedAssignment } from './generalised-assignment';

/**
 * Makes an assignment of what a relaxation took: jobs taken by several keep one, jobs taken by nobody are put where they fit, then
 * jobs move and swap while that lowers the cost.
 *
 * @param taken 1 where the relaxation gives a job to an agent, agent × jobs + job.
 * @param price What the relaxation pays for each job; guides where left-over jobs go.
 * @returns The assignment, or null when a job found no room.
 */
export function improveAssignment(
  { agents, jobs, cost, use, capacity }: GeneralisedAssignment,
  taken: Uint8Array,
  price: Float64Array,
): { readonly agentOf: Int32Array; readonly cost: number } | null {
  const left = capacity.slice();
  const agentOf = new Int32Array(jobs).fill(-1);
  const at = (agent: number, job: number): number => agent * jobs + job;
  for (let j = 0; j < jobs; j++) {
    for (let a = 0; a < agents; a++)
      if (taken[at(a, j)] && (agentOf[j]! < 0 || cost[at(a, j)]! < cost[at(agentOf[j]!, j)]!)) agentOf[j] = a;
    if (agentOf[j]! >= 0) left[agentOf[j]!]! -= use[at(agentOf[j]!, j)]!;
  }
  const open = Array.from({ length: jobs }, (_, j) => j).filter((j) => agentOf[j]! < 0);
  // The dearest first: they have most to lose.
  open.sort((a, b) => price[b]! - price[a]!);
  for (const j of open) {
    let best = -1;
    for (let a = 0; a < agents; a++)
      if (use[at(a, j)]! <= left[a]! && (best < 0 || cost[at(a, j)]! < cost[at(best, j)]!)) best = a;
    if (best < 0) best = makeRoom(j);
    if (best < 0) return null;
    agentOf[j] = best;
    left[best]! -= use[at(best, j)]!;
  }

  /** Moves one other job away so that this one fits. @returns Where it then fits, −1 when nowhere. */
  function makeRoom(job: number): number {
    let choice = { cost: Infinity, from: -1, other: -1, to: -1 };
    for (let other = 0; other < jobs; other++) {
      const from = agentOf[other]!;
      if (from < 0 || left[from]! + use[at(from, other)]! < use[at(from, job)]!) continue;
      for (let to = 0; to < agents; to++) {
        if (to === from || use[at(to, other)]! > left[to]!) continue;
        const change = cost[at(from, job)]! + cost[at(to, other)]! - cost[at(from, other)]!;
        if (change < choice.cost) choice = { cost: change, from, other, to };
      }
    }
    if (choice.from < 0) return -1;
    left[choice.from]! += use[at(choice.from, choice.other)]!;
    left[choice.to]! -= use[at(choice.to, choice.other)]!;
    agentOf[choice.other] = choice.to;
    return choice.from;
  }

  const exchange = new Exchange(
    { kind: 'generalised_assignment', agents, jobs, scale: 1, cost, use, capacity },
    agentOf,
  );
  exchange.descend();
  return { agentOf: exchange.agentOf, cost: exchange.cost };
}
