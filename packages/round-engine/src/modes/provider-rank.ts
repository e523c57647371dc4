import type { RoundInstance } from '../round-instance';
import type { Preferences } from './preferences';

/** @returns What providers think of each pair as one strict order: higher is better, 0 stands for not acceptable. */
export function providerRank({ needCount, rowStart }: RoundInstance, preferences: Preferences): Float64Array {
  const { byNeed, byProvider, tieOrder } = preferences;
  const steps = Float64Array.from(new Set(byProvider)).toSorted();
  const place = new Map(Array.from(steps, (value, n) => [value, n + 1]));
  const rank = new Float64Array(byProvider.length);
  for (let i = 0; i < needCount; i++)
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++)
      if (byNeed[e]! > 0 && byProvider[e]! > 0)
        rank[e] = place.get(byProvider[e]!)! * needCount + needCount - tieOrder[i]!;
  return rank;
}
