import type { RoundInstance } from '../round-instance';
import { ExactSum } from './exact-sum';
import type { RoundCertificate } from './round-certificate';

/** What is wrong with a round; `at` is the number of the pair, need, node, group or fund. */
export interface CertificateFault {
  readonly kind:
    | 'shape'
    | 'not_a_pair'
    | 'chosen_twice'
    | 'excluded'
    | 'need_over'
    | 'need_under'
    | 'node_over'
    | 'node_under'
    | 'group_under'
    | 'objective'
    | 'not_an_integer'
    | 'group_gain'
    | 'not_optimal'
    | 'toll'
    | 'fund_over'
    | 'bound';
  readonly at: number;
}

/** The verdict: without faults the choice is allowed and no other has more weight than `bound` = `objective`. */
export interface CertificateVerdict {
  readonly faults: readonly CertificateFault[];
  readonly objective: bigint;
  /** No choice whatever has more weight. */
  readonly bound: bigint;
}

/**
 * Checks a round by weak duality, from the instance alone and without the solver's code: the choice keeps every rule, and the
 * prices prove that no choice is worth more. O(pairs).
 *
 * @see Any text on linear programming: for every choice x within bounds, weight(x) = −Σ reduced cost × flow.
 */
export function checkCertificate(instance: RoundInstance, certificate: RoundCertificate): CertificateVerdict {
  const { needCount, nodeCount, rowStart, packageOf, weight, demand, mandatory, groupOf } = instance;
  const { capacity, floor, parent, groupFloor } = instance;
  const { chosen, needGain, nodePrice, groupGain } = certificate;
  const faults: CertificateFault[] = [];
  const fault = (kind: CertificateFault['kind'], at: number): void => {
    faults.push({ kind, at });
  };
  if (needGain.length !== needCount || nodePrice.length !== nodeCount || groupGain.length !== groupFloor.length) {
    fault('shape', -1);
    return { faults, objective: 0n, bound: 0n };
  }
  for (const values of [needGain, nodePrice, groupGain])
    for (let i = 0; i < values.length; i++) if (!Number.isSafeInteger(values[i])) fault('not_an_integer', i);
  if (faults.length > 0) return { faults, objective: 0n, bound: 0n };

  const perNode = new Float64Array(nodeCount);
  const perNeed = new Float64Array(needCount);
  const perGroup = new Float64Array(groupFloor.length);
  const isChosen = new Uint8Array(packageOf.length);
  const objective = new ExactSum();
  for (const e of chosen) {
    if (!(e >= 0 && e < packageOf.length)) fault('not_a_pair', e);
    else if (isChosen[e]) fault('chosen_twice', e);
    else if (weight[e] === -Infinity) fault('excluded', e);
    else {
      isChosen[e] = 1;
      objective.add(weight[e]!);
      perNode[packageOf[e]!]!++;
    }
  }
  const bound = new ExactSum();
  for (let i = 0; i < needCount; i++) {
    const gain = needGain[i]!;
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      perNeed[i]! += isChosen[e]!;
      const more = weight[e]! - gain - nodePrice[packageOf[e]!]!;
      if (more > 0) bound.add(more);
    }
    const group = groupOf ? groupOf[i]! : -1;
    if (group >= 0) perGroup[group]! += perNeed[i]!;
    const least = mandatory?.[i] ? demand[i]! : 0;
    if (perNeed[i]! > demand[i]!) fault('need_over', i);
    if (perNeed[i]! < least) fault('need_under', i);
    const surplus = gain - (group >= 0 ? groupGain[group]! : 0);
    bound.addProduct(surplus, surplus > 0 ? demand[i]! : least);
  }
  for (let v = 0; v < nodeCount; v++) {
    // Nodes above have higher numbers, so that theirs is complete when it is their turn.
    const up = parent[v]!;
    if (up >= 0) perNode[up]! += perNode[v]!;
    if (perNode[v]! > capacity[v]!) fault('node_over', v);
    if (perNode[v]! < floor[v]!) fault('node_under', v);
    const price = nodePrice[v]! - (up >= 0 ? nodePrice[up]! : 0);
    bound.addProduct(price, price > 0 ? capacity[v]! : floor[v]!);
  }
  for (let g = 0; g < groupFloor.length; g++) {
    if (perGroup[g]! < groupFloor[g]!) fault('group_under', g);
    if (groupGain[g]! > 0) fault('group_gain', g);
    else bound.addProduct(groupGain[g]!, groupFloor[g]!);
  }
  if (objective.total !== certificate.objective) fault('objective', -1);
  if (bound.total !== objective.total) fault('not_optimal', -1);
  return { faults, objective: objective.total, bound: bound.total };
}
