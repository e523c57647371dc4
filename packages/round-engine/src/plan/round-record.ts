import { certify } from '../certificate/certify';
import { type CertificateVerdict, checkCertificate } from '../certificate/check-certificate';
import { checkFunded } from '../certificate/check-funded';
import { type FundedRound, solveWithFunds } from '../funds/solve-with-funds';
import { solveRound } from '../solver/solve-round';
import { planInstance, type PlannedInstance } from './plan-instance';
import type { RoundPlan } from './round-plan';

/** A solved round as it is kept and published: anyone can check it against the plan. */
export interface RoundRecord {
  /** Hash of the plan that was solved. */
  readonly snapshot: string;
  readonly chosen: readonly { readonly needId: string; readonly packageId: string }[];
  /** Sum of the weights of what was chosen, as decimal digits. */
  readonly objective: string;
  /** The proof: what needs gain, what places cost and what districts are helped by, by their order of ids. */
  readonly needGain: readonly number[];
  readonly nodePrice: readonly number[];
  readonly groupGain: readonly number[];
  /**
   * Where money is counted the round is best but for a gap: no round within the funds has more weight than `bound`. The proof is
   * then for the weights × `scale`, less what each fund, by order of ids, asks for a fen (`toll`).
   */
  readonly funds?: { readonly bound: string; readonly scale: number; readonly toll: readonly number[] };
}

/** Why a round has no solution: the needs, places or districts whose least cannot be met. */
export interface UnsolvedRound {
  readonly unmet: readonly { readonly kind: 'need' | 'place' | 'district'; readonly id: string }[];
}

/** @returns The best round of a plan with its proof, or what cannot be met. */
export function solvePlan(plan: RoundPlan): RoundRecord | UnsolvedRound {
  const { instance, snapshot, names, needIds, nodeIds, districtIds, funds } = planInstance(plan);
  if (funds) return fundedRecord(solveWithFunds(instance, funds), snapshot, names);
  const { state, unmet } = solveRound(instance);
  if (unmet.length > 0) {
    const { firstNode, firstGroup } = state;
    return {
      unmet: unmet.map((x) => {
        if (x < firstNode) return { kind: 'need', id: needIds[x]! };
        if (x < firstGroup) return { kind: 'place', id: nodeIds[x - firstNode]! };
        return { kind: 'district', id: districtIds[x - firstGroup]! };
      }),
    };
  }
  const { chosen, objective, needGain, nodePrice, groupGain } = certify(state);
  return {
    snapshot,
    chosen: Array.from(chosen, (e) => names[e]!),
    objective: String(objective),
    needGain: Array.from(needGain),
    nodePrice: Array.from(nodePrice),
    groupGain: Array.from(groupGain),
  };
}

/**
 * Checks a record against its plan before it is published, without solving.
 *
 * @returns Null where the record belongs to another plan or names pairs that it does not hold; else the verdict on the proof.
 */
export function checkRecord(plan: RoundPlan, record: RoundRecord): CertificateVerdict | null {
  const { instance, snapshot, names, funds } = planInstance(plan);
  if ((funds === null) !== (record.funds === undefined)) return null;
  if (record.funds && !/^\d{1,40}$/.test(record.funds.bound)) return null;
  if (record.snapshot !== snapshot || !/^-?\d{1,40}$/.test(record.objective)) return null;
  const pairAt = new Map(names.map(({ needId, packageId }, e) => [JSON.stringify([needId, packageId]), e]));
  const chosen = record.chosen.map(({ needId, packageId }) => pairAt.get(JSON.stringify([needId, packageId])) ?? -1);
  if (chosen.includes(-1)) return null;
  const claim = { chosen: Int32Array.from(chosen), objective: BigInt(record.objective) };
  const prices = {
    needGain: Float64Array.from(record.needGain),
    nodePrice: Float64Array.from(record.nodePrice),
    groupGain: Float64Array.from(record.groupGain),
  };
  if (!funds || !record.funds) return checkCertificate(instance, { ...claim, ...prices });
  const { bound, scale, toll } = record.funds;
  const proof = { scale, toll: Float64Array.from(toll), ...prices };
  return checkFunded(instance, funds, { ...claim, bound: BigInt(bound), proof });
}

const fundedRecord = (
  { chosen, objective, bound, proof }: FundedRound,
  snapshot: string,
  names: PlannedInstance['names'],
): RoundRecord => ({
  snapshot,
  chosen: Array.from(chosen, (e) => names[e]!),
  objective: String(objective),
  needGain: Array.from(proof.needGain),
  nodePrice: Array.from(proof.nodePrice),
  groupGain: Array.from(proof.groupGain),
  funds: { bound: String(bound), scale: proof.scale, toll: Array.from(proof.toll) },
});
