import type { RoundInstance } from '../round-instance';
import type { Funds } from './funds';

/**
 * Takes back what funds cannot pay, least worth for its price first, and gives what is then free to whoever can still be paid.
 *
 * @param payer Fund of each pair, −1 for none.
 * @param priced Weight of each pair less what its fund asks for it; the order in which free places are given.
 * @returns Pairs within all caps and funds, ascending.
 */
export function fitToFunds(
  { needCount, rowStart, weight, packageOf, parent, demand, capacity }: RoundInstance,
  { price, budget }: Funds,
  payer: Int32Array,
  chosen: Int32Array,
  priced: Float64Array,
): Int32Array {
  const needOf = new Int32Array(weight.length);
  for (let i = 0; i < needCount; i++) needOf.fill(i, rowStart[i]!, rowStart[i + 1]!);
  const left = budget.slice();
  const wants = demand.slice();
  const free = capacity.slice();
  const kept = new Uint8Array(weight.length);
  const give = (e: number, sign: 1 | -1): void => {
    kept[e] = sign > 0 ? 1 : 0;
    if (payer[e]! >= 0) left[payer[e]!]! -= sign * price[e]!;
    wants[needOf[e]!]! -= sign;
    for (let v = packageOf[e]!; v >= 0; v = parent[v]!) free[v]! -= sign;
  };
  for (const e of chosen) give(e, 1);
  const dear = chosen
    .filter((e) => payer[e]! >= 0 && price[e]! > 0)
    .toSorted((a, b) => weight[a]! * price[b]! - weight[b]! * price[a]! || a - b);
  for (const e of dear) if (left[payer[e]!]! < 0) give(e, -1);
  const payable = (e: number): boolean => payer[e]! < 0 || price[e]! <= left[payer[e]!]!;
  const open: number[] = [];
  for (let e = 0; e < kept.length; e++)
    if (!kept[e] && weight[e]! > 0 && wants[needOf[e]!]! > 0 && payable(e)) open.push(e);
  open.sort((a, b) => priced[b]! - priced[a]! || a - b);
  for (const e of open) {
    if (wants[needOf[e]!]! <= 0 || !payable(e)) continue;
    let v = packageOf[e]!;
    while (v >= 0 && free[v]! > 0) v = parent[v]!;
    if (v < 0) give(e, 1);
  }
  const fitting: number[] = [];
  for (let e = 0; e < kept.length; e++) if (kept[e]) fitting.push(e);
  return Int32Array.from(fitting);
}
