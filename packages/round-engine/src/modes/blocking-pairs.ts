import type { RoundInstance } from '../round-instance';
import type { Preferences } from './preferences';

/**
 * Pairs that both sides would rather have than what the round gives them: the need has room or holds something that it likes less,
 * and the provider has room or holds something that it likes less where it is full. Written without the code that chooses.
 *
 * @returns The blocking pairs, ascending.
 */
export function blockingPairs(instance: RoundInstance, chosen: Int32Array, preferences: Preferences): Int32Array {
  const { needCount, nodeCount, rowStart, packageOf, parent, capacity, demand, weight } = instance;
  const { byNeed, byProvider } = preferences;
  const isChosen = new Uint8Array(packageOf.length);
  for (const e of chosen) isChosen[e] = 1;
  const held = new Int32Array(nodeCount);
  const worst = new Float64Array(nodeCount).fill(Infinity);
  for (const e of chosen) {
    for (let v = packageOf[e]!; v >= 0; v = parent[v]!) {
      held[v]!++;
      worst[v] = Math.min(worst[v]!, byProvider[e]!);
    }
  }
  const blocking: number[] = [];
  for (let i = 0; i < needCount; i++) {
    let offers = 0;
    let leastLiked = Infinity;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (!isChosen[e]) continue;
      offers++;
      leastLiked = Math.min(leastLiked, byNeed[e]!);
    }
    if (demand[i]! <= 0) continue;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (isChosen[e] || weight[e] === -Infinity || byNeed[e]! <= 0 || byProvider[e]! <= 0) continue;
      if (offers >= demand[i]! && byNeed[e]! <= leastLiked) continue;
      // Whoever makes room where it is full lowest makes room everywhere above.
      let v = packageOf[e]!;
      while (v >= 0 && held[v]! < capacity[v]!) v = parent[v]!;
      if (v < 0 || (held[v]! > 0 && worst[v]! < byProvider[e]!)) blocking.push(e);
    }
  }
  return Int32Array.from(blocking);
}
