import type { RoundState } from '../solver/round-state';
import { ExactSum } from './exact-sum';
import type { RoundCertificate } from './round-certificate';

/** @returns The choice of a solved state with the prices that prove it. */
export function certify({ slotOf, weight, potential, firstNode, firstGroup }: RoundState): RoundCertificate {
  const sum = new ExactSum();
  const chosen: number[] = [];
  for (let e = 0; e < slotOf.length; e++) {
    if (slotOf[e]! < 0) continue;
    chosen.push(e);
    sum.add(weight[e]!);
  }
  return {
    chosen: Int32Array.from(chosen),
    needGain: potential.slice(0, firstNode),
    nodePrice: potential.slice(firstNode, firstGroup).map((p) => 0 - p),
    groupGain: potential.slice(firstGroup),
    objective: sum.total,
  };
}
