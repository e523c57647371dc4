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

  const move = (job: number, to: number): void => {
    left[agentOf[job]!]! += use[at(agentOf[job]!, job)]!;
    left[to]! -= use[at(to, job)]!;
    agentOf[job] = to;
  };
  for (let better = true; better;) {
    better = false;
    for (let j = 0; j < jobs; j++) {
      for (let a = 0; a < agents; a++) {
        if (cost[at(a, j)]! >= cost[at(agentOf[j]!, j)]! || use[at(a, j)]! > left[a]!) continue;
        move(j, a);
        better = true;
      }
      for (let k = j + 1; k < jobs; k++) {
        const [a, b] = [agentOf[j]!, agentOf[k]!];
        if (a === b) continue;
        const change = cost[at(b, j)]! + cost[at(a, k)]! - cost[at(a, j)]! - cost[at(b, k)]!;
        if (change >= 0) continue;
        if (left[a]! + use[at(a, j)]! < use[at(a, k)]! || left[b]! + use[at(b, k)]! < use[at(b, j)]!) continue;
        move(j, b);
        move(k, a);
        better = true;
      }
    }
  }
  return { agentOf, cost: agentOf.reduce((sum, a, j) => sum + cost[at(a, j)]!, 0) };
}
