import type { RoundState } from './round-state';

/**
 * @returns All needs, those with the same packages near one another: what one displaces is then still in the processor's cache.
 * The order changes the time and never the result.
 */
export function byNearness({ instance }: RoundState): Int32Array {
  const { needCount, packageCount, rowStart, packageOf } = instance;
  const start = new Int32Array(packageCount + 2);
  const nearest = new Int32Array(needCount).fill(packageCount);
  for (let i = 0; i < needCount; i++) {
    let least = packageCount;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (packageOf[e]! < least) least = packageOf[e]!;
    nearest[i] = least;
    start[least + 1]!++;
  }
  for (let j = 0; j <= packageCount; j++) start[j + 1]! += start[j]!;
  const order = new Int32Array(needCount);
  for (let i = 0; i < needCount; i++) order[start[nearest[i]!]!++] = i;
  return order;
}
