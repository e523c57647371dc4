import { letGo, type RoundState } from './round-state';

/**
 * Puts potentials to given prices and gives up the chosen pairs that are not in order at them, so that every pair is in order;
 * what is left out of order are needs with too few offers and places that are priced but free.
 *
 * @param price Price of every node, at least that of the node above it.
 */
export function startFromPrices(state: RoundState, price: Float64Array): void {
  const { instance, firstNode, potential, flow, heldCount, slotOf, weight, least, firstGroup } = state;
  const { needCount, nodeCount, packageCount, packageOf, rowStart, parent, groupOf } = instance;
  for (let v = 0; v < nodeCount; v++) potential[firstNode + v] = -price[v]!;
  for (let i = 0; i < needCount; i++) {
    // The least gain that the need may show: no pair that it does not hold may be worth more to it.
    let gain = least[i]! > 0 ? -Infinity : 0;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++)
      if (slotOf[e]! < 0) gain = Math.max(gain, weight[e]! - price[packageOf[e]!]!);
    let chosen = 0;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (slotOf[e]! < 0) continue;
      if (weight[e]! - price[packageOf[e]!]! < gain) letGo(state, e);
      else chosen++;
    }
    // A bound need without other pairs: any gain will do that keeps what it holds.
    if (gain === -Infinity) {
      gain = Infinity;
      for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++)
        if (slotOf[e]! >= 0) gain = Math.min(gain, weight[e]! - price[packageOf[e]!]!);
      if (gain === Infinity) gain = 0;
    }
    potential[i] = gain;
    flow[i] = chosen;
    if (groupOf && groupOf[i]! >= 0) flow[firstGroup + groupOf[i]!]! += chosen;
  }
  for (let v = 0; v < nodeCount; v++) {
    if (v < packageCount) flow[firstNode + v] = heldCount[v]!;
    if (parent[v]! >= 0) flow[firstNode + parent[v]!]! += flow[firstNode + v]!;
  }
}
