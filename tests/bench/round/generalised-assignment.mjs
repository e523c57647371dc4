/**
 * Generalised assignment: bound and assignment by the engine, and HiGHS within its time where a gap is left.
 * @module
 */
import highsLoader from 'highs';
import { solveGeneralisedAssignment } from '@duijie/round-engine/instances';

/** HiGHS in WebAssembly is slow and holds its memory: more open cells than this are not given to it. */
const mostCells = 30_000;

/**
 * Looks for an assignment that costs less than the one known, among the cells that such a one may hold.
 *
 * @returns {Promise<{ found: { cost: number, agentOf: Int32Array } | null, searchedAll: boolean }>}
 */
const byHighs = async ({ agents, jobs, cost, use, capacity }, open, below, seconds) => {
  const cells = Array.from({ length: agents * jobs }, (_, k) => k).filter((k) => open[k]);
  for (let j = 0; j < jobs; j++) if (!cells.some((k) => k % jobs === j)) return { found: null, searchedAll: true };
  const x = (k) => `x${k}`;
  const terms = (of, keep) =>
    `${cells
      .filter(keep)
      .map((k) => (of[k] < 0 ? `- ${-of[k]} ${x(k)}` : `+ ${of[k]} ${x(k)}`))
      .join(' ')} + 0 none`;
  const ones = new Float64Array(agents * jobs).fill(1);
  const text = [
    'Minimize',
    ` cost: ${terms(cost, () => true)}`,
    'Subject To',
    ...Array.from({ length: jobs }, (_, j) => ` j${j}: ${terms(ones, (k) => k % jobs === j)} = 1`),
    ...Array.from(
      { length: agents },
      (_, a) => ` a${a}: ${terms(use, (k) => Math.floor(k / jobs) === a)} <= ${capacity[a]}`,
    ),
    ...(below < Infinity ? [` better: ${terms(cost, () => true)} <= ${below - 1}`] : []),
    'Binary',
    ` ${cells.map(x).join(' ')} none`,
    'End',
  ].join('\n');
  const highs = await highsLoader();
  const { Status, Columns } = highs.solve(text, { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.99 });
  if (Status === 'Infeasible') return { found: null, searchedAll: true };
  const agentOf = new Int32Array(jobs).fill(-1);
  for (const k of cells) if (Columns[x(k)]?.Primal > 0.5) agentOf[k % jobs] = Math.floor(k / jobs);
  if (agentOf.some((a) => a < 0)) return { found: null, searchedAll: false };
  const found = { agentOf, cost: agentOf.reduce((sum, a, j) => sum + cost[a * jobs + j], 0) };
  return { found, searchedAll: Status === 'Optimal' };
};

/** @returns the cost of an assignment, reckoned from the file's numbers; null where it breaks a capacity */
const reckoned = ({ agents, jobs, cost, use, capacity }, agentOf) => {
  const used = new Float64Array(agents);
  let total = 0;
  agentOf.forEach((a, j) => {
    used[a] += use[a * jobs + j];
    total += cost[a * jobs + j];
  });
  return used.some((u, a) => u > capacity[a]) ? null : total;
};

/** @returns {Promise<number>} 0 when every problem has an assignment */
export async function benchGeneralisedAssignment(problems, { maximise, seconds }) {
  let worst = 0;
  for (const [n, given] of problems.entries()) {
    const began = process.cpuUsage();
    const sign = maximise ? -1 : 1;
    // Greatest worth is least cost of what is lost against the dearest.
    const dearest = given.cost.reduce((a, b) => Math.max(a, b), -Infinity);
    const problem = maximise ? { ...given, cost: given.cost.map((c) => dearest - c) } : given;
    const own = (cost) => (maximise ? dearest * given.jobs - cost : cost) / given.scale;
    const name = `generalised assignment ${n + 1} of ${problems.length}: ${given.agents} agents × ${given.jobs} jobs, ${maximise ? 'maximum' : 'minimum'}`;
    const solved = solveGeneralisedAssignment(problem);
    let { agentOf, cost, bound } = solved;
    let by = 'Lagrangian bound, repair and exchange';
    if (bound < cost && solved.open.reduce((sum, is) => sum + is, 0) <= mostCells) {
      const { found, searchedAll } = await byHighs(problem, solved.open, cost, Number(seconds));
      if (found && found.cost < cost) ({ agentOf, cost } = found);
      if (searchedAll) bound = cost;
      by += searchedAll
        ? ', and HiGHS on what may be cheaper, to the end'
        : `, and HiGHS on what may be cheaper for ${seconds} s`;
    }
    if (bound === Infinity) {
      console.log(`${name}: infeasible`);
      worst = 1;
      continue;
    }
    const { user, system } = process.cpuUsage(began);
    const time = `processor time ${((user + system) / 1e6).toFixed(2)} s`;
    if (agentOf === null) {
      console.log(`${name}: no assignment found; bound ${own(bound)}; ${time}`);
      worst = 1;
      continue;
    }
    if (reckoned(problem, agentOf) !== cost) throw new Error('the assignment does not cost what is said');
    const gap = (100 * Math.abs(cost - bound)) / Math.max(1, Math.abs(sign * own(cost) * given.scale));
    console.log(`${name}: objective ${own(cost)}`);
    console.log(
      `  bound ${own(bound)}, ${cost === bound ? 'proved optimal' : `gap ${gap.toFixed(3)} %`}; ${by}; ${time}`,
    );
  }
  return worst;
}
