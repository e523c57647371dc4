import type { GeneralisedAssignment } from './generalised-assignment';

/**
 * @param price The prices at which `bound` was found, and the value of each agent's knapsack at them.
 * @param below Only assignments that cost less than this are of interest.
 * @returns 1 for each agent × job that an assignment cheaper than `below` may hold: forcing any other lifts the bound to `below`.
 */
export function openCells(
  { agents, jobs, cost, use, capacity }: GeneralisedAssignment,
  price: Float64Array,
  bound: number,
  below: number,
): Uint8Array {
  const open = new Uint8Array(agents * jobs);
  for (let a = 0; a < agents; a++) {
    const room = capacity[a]!;
    const width = room + 1;
    const fits = Array.from({ length: jobs }, (_, j) => j).filter((j) => use[a * jobs + j]! <= room);
    // Best value of the first n jobs, and of those from n on, within each room.
    const before = new Float64Array((fits.length + 1) * width);
    const after = new Float64Array((fits.length + 1) * width);
    const step = (to: number, from: number, table: Float64Array, j: number): void => {
      const gain = cost[a * jobs + j]! - price[j]!;
      const size = use[a * jobs + j]!;
      for (let r = 0; r <= room; r++) {
        const without = table[from * width + r]!;
        table[to * width + r] = r >= size ? Math.min(without, table[from * width + r - size]! + gain) : without;
      }
    };
    for (let n = 0; n < fits.length; n++) step(n + 1, n, before, fits[n]!);
    for (let n = fits.length - 1; n >= 0; n--) step(n, n + 1, after, fits[n]!);
    const value = after[room]!;
    fits.forEach((j, n) => {
      const size = use[a * jobs + j]!;
      let forced = Infinity;
      for (let r = 0; r + size <= room; r++)
        forced = Math.min(forced, before[n * width + r]! + after[(n + 1) * width + room - size - r]!);
      forced += cost[a * jobs + j]! - price[j]!;
      if (Math.ceil(bound - value + forced - 1e-6) < below) open[a * jobs + j] = 1;
    });
  }
  return open;
}
