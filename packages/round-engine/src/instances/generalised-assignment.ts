import { asIntegers } from './numbers-in';

/** Jobs to agents at least cost, each job to one, within what each agent has. */
export interface GeneralisedAssignment {
  readonly kind: 'generalised_assignment';
  readonly agents: number;
  readonly jobs: number;
  readonly scale: number;
  /** cost[agent × jobs + job]. */
  readonly cost: Float64Array;
  /** use[agent × jobs + job]. */
  readonly use: Float64Array;
  readonly capacity: Float64Array;
}

/** @returns The problem that begins at a place among the numbers, and where it ends; null when they are too few. */
const problemAt = (numbers: Float64Array, from: number): { problem: GeneralisedAssignment; end: number } | null => {
  const agents = numbers[from]!;
  const jobs = numbers[from + 1]!;
  if (!Number.isInteger(agents) || !Number.isInteger(jobs) || agents < 1 || jobs < 1) return null;
  const cells = agents * jobs;
  const end = from + 2 + 2 * cells + agents;
  if (end > numbers.length) return null;
  const { integers: cost, scale } = asIntegers(numbers.subarray(from + 2, from + 2 + cells), 2 ** 40);
  const { integers: sizes } = asIntegers(numbers.subarray(from + 2 + cells, end), 2 ** 40);
  return {
    end,
    problem: {
      kind: 'generalised_assignment',
      agents,
      jobs,
      scale,
      cost,
      use: sizes.subarray(0, cells),
      capacity: sizes.subarray(cells),
    },
  };
};

/** @returns The problems of a file: one (`m n`, costs, uses, capacities), or a count and several such; null when it is neither. */
export function generalisedAssignments(numbers: Float64Array): GeneralisedAssignment[] | null {
  const single = problemAt(numbers, 0);
  if (single?.end === numbers.length) return [single.problem];
  const problems: GeneralisedAssignment[] = [];
  let from = 1;
  for (let n = 0; n < numbers[0]!; n++) {
    const next = problemAt(numbers, from);
    if (!next) return null;
    problems.push(next.problem);
    from = next.end;
  }
  return problems.length > 0 && from === numbers.length ? problems : null;
}
