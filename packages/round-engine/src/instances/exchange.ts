import type { GeneralisedAssignment } from './generalised-assignment';

/** An assignment within the capacities that is changed by moves, swaps and chains of two moves. */
export class Exchange {
  cost = 0;
  private readonly left: Float64Array;

  constructor(
    private readonly problem: GeneralisedAssignment,
    readonly agentOf: Int32Array,
  ) {
    const { jobs, cost, use, capacity } = problem;
    this.left = capacity.slice();
    for (let j = 0; j < jobs; j++) {
      const k = agentOf[j]! * jobs + j;
      this.left[agentOf[j]!]! -= use[k]!;
      this.cost += cost[k]!;
    }
  }

  /** Makes every change that lowers the cost until none does. */
  descend(): void {
    const { jobs } = this.problem;
    for (let better = true; better;) {
      better = false;
      for (let j = 0; j < jobs; j++) if (this.moveOrSwap(j)) better = true;
      if (better) continue;
      for (let j = 0; j < jobs; j++) if (this.chain(j)) better = true;
    }
  }

  /** Swaps or moves a job at random where that fits, whatever it costs. @param random 0..1 */
  kick(random: () => number): void {
    const { agents, jobs, use } = this.problem;
    const below = (n: number): number => Math.floor(random() * n);
    for (let tries = 0; tries < 20; tries++) {
      const [j, k, to] = [below(jobs), below(jobs), below(agents)];
      if (use[to * jobs + j]! <= this.left[to]!) return this.move(j, to);
      if (this.agentOf[j] !== this.agentOf[k] && this.swapFits(j, k)) return this.swap(j, k);
    }
  }

  private at(agent: number, job: number): number {
    return agent * this.problem.jobs + job;
  }

  private move(job: number, to: number): void {
    const { cost, use } = this.problem;
    const from = this.at(this.agentOf[job]!, job);
    this.left[this.agentOf[job]!]! += use[from]!;
    this.left[to]! -= use[this.at(to, job)]!;
    this.cost += cost[this.at(to, job)]! - cost[from]!;
    this.agentOf[job] = to;
  }

  private swap(j: number, k: number): void {
    const [a, b] = [this.agentOf[j]!, this.agentOf[k]!];
    this.move(j, b);
    this.move(k, a);
  }

  private swapFits(j: number, k: number): boolean {
    const { use } = this.problem;
    const [a, b] = [this.agentOf[j]!, this.agentOf[k]!];
    return (
      this.left[a]! + use[this.at(a, j)]! >= use[this.at(a, k)]! &&
      this.left[b]! + use[this.at(b, k)]! >= use[this.at(b, j)]!
    );
  }

  private moveOrSwap(j: number): boolean {
    const { agents, jobs, cost, use } = this.problem;
    for (let to = 0; to < agents; to++) {
      const cheaper = cost[this.at(to, j)]! < cost[this.at(this.agentOf[j]!, j)]!;
      if (!cheaper || use[this.at(to, j)]! > this.left[to]!) continue;
      this.move(j, to);
      return true;
    }
    const a = this.agentOf[j]!;
    for (let k = j + 1; k < jobs; k++) {
      const b = this.agentOf[k]!;
      if (a === b) continue;
      const change = cost[this.at(b, j)]! + cost[this.at(a, k)]! - cost[this.at(a, j)]! - cost[this.at(b, k)]!;
      if (change >= 0 || !this.swapFits(j, k)) continue;
      this.swap(j, k);
      return true;
    }
    return false;
  }

  /** Job j goes where another makes room, which goes to a third. */
  private chain(j: number): boolean {
    const { agents, jobs, cost, use } = this.problem;
    const a = this.agentOf[j]!;
    const freed = cost[this.at(a, j)]!;
    for (let k = 0; k < jobs; k++) {
      const b = this.agentOf[k]!;
      if (b === a || this.left[b]! + use[this.at(b, k)]! < use[this.at(b, j)]!) continue;
      const so = cost[this.at(b, j)]! - freed - cost[this.at(b, k)]!;
      for (let to = 0; to < agents; to++) {
        if (to === a || to === b || so + cost[this.at(to, k)]! >= 0 || use[this.at(to, k)]! > this.left[to]!) continue;
        this.move(k, to);
        this.move(j, b);
        return true;
      }
    }
    return false;
  }
}
