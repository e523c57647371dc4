import { ExactSum } from '../certificate/exact-sum';
import type { RoundInstance } from '../round-instance';
import { solveRound } from '../solver/solve-round';
import { certify } from '../certificate/certify';
import { roundProgram } from './round-program';
import type { SideConstraint } from './side-constraint';

/** What the engine needs of a solver of integer programs; `highs` (MIT, WebAssembly) is one. */
export interface ProgramSolver {
  solve(
    program: string,
    options: { readonly time_limit: number; readonly mip_rel_gap: number },
  ): { readonly Status: string; readonly Columns: Readonly<Record<string, object>> };
}

/** The best round under constraints that cross, as far as it could be found. */
export type CrossingRound =
  | {
      readonly status: 'optimal' | 'feasible';
      readonly chosen: Int32Array;
      readonly objective: bigint;
      /** No round has more weight: proven by the round without side constraints, or the objective itself where optimal. */
      readonly bound: bigint;
    }
  | { readonly status: 'infeasible' | 'unknown' };

/**
 * Solves a round with constraints that no flow can keep. Without them the exact solver runs first: what it finds is the bound, and
 * where it keeps them all, it is the answer and no program is solved.
 *
 * @param seconds How long the solver may take.
 */
export function solveCrossing(
  round: RoundInstance,
  sides: readonly SideConstraint[],
  solver: ProgramSolver,
  seconds: number,
): CrossingRound {
  const relaxed = solveRound(round);
  if (relaxed.unmet.length > 0) return { status: 'infeasible' };
  const { chosen: free, objective: bound } = certify(relaxed.state);
  if (keeps(round, sides, free)) return { status: 'optimal', chosen: free, objective: bound, bound };
  const { Status, Columns } = solver.solve(roundProgram(round, sides), { time_limit: seconds, mip_rel_gap: 0 });
  if (Status === 'Infeasible') return { status: 'infeasible' };
  const isOne = (column: object | undefined): boolean =>
    column !== undefined && 'Primal' in column && Number(column.Primal) > 0.5;
  const chosen = Int32Array.from(Array.from(round.weight.keys()).filter((e) => isOne(Columns[`x${e}`])));
  // What a solver in floating point says is taken when it holds in integers.
  if (!keeps(round, sides, chosen)) return { status: 'unknown' };
  const sum = new ExactSum();
  for (const e of chosen) sum.add(round.weight[e]!);
  const objective = sum.total;
  if (Status === 'Optimal') return { status: 'optimal', chosen, objective, bound: objective };
  return { status: 'feasible', chosen, objective, bound };
}

const keeps = (round: RoundInstance, sides: readonly SideConstraint[], chosen: Int32Array): boolean => {
  const { needCount, nodeCount, rowStart, packageOf, parent, demand, mandatory, groupOf, groupFloor } = round;
  const isChosen = new Uint8Array(packageOf.length);
  for (const e of chosen) isChosen[e] = 1;
  const perNode = new Int32Array(nodeCount);
  const perGroup = new Int32Array(groupFloor.length);
  for (let i = 0; i < needCount; i++) {
    let offers = 0;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (!isChosen[e]) continue;
      offers++;
      for (let v = packageOf[e]!; v >= 0; v = parent[v]!) perNode[v]!++;
    }
    if (groupOf && groupOf[i]! >= 0) perGroup[groupOf[i]!]! += offers;
    if (offers > demand[i]! || (mandatory?.[i] && offers < demand[i]!)) return false;
  }
  return (
    perNode.every((n, v) => n >= round.floor[v]! && n <= round.capacity[v]!) &&
    perGroup.every((n, g) => n >= groupFloor[g]!) &&
    sides.every(({ pairs, factor, least, most }) => {
      const sum = pairs.reduce((total, e, n) => total + isChosen[e]! * (factor?.[n] ?? 1), 0);
      return sum >= least - 1e-9 && sum <= most + 1e-9;
    })
  );
};
