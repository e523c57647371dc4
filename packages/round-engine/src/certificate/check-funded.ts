import type { Funds } from '../funds/funds';
import type { FundsProof } from '../funds/funds-proof';
import type { RoundInstance } from '../round-instance';
import { checkCertificate, type CertificateFault, type CertificateVerdict } from './check-certificate';
import { ExactSum } from './exact-sum';

/** Where a priced weight is not reckoned with any lower: nothing so dear is chosen, and a higher weight only lifts the bound. */
const LOWEST = -(2 ** 48);

/** A round within funds, as it claims to be. */
export interface FundedClaim {
  readonly chosen: Int32Array;
  readonly objective: bigint;
  readonly bound: bigint;
  readonly proof: FundsProof;
}

/**
 * Checks a round within funds by weak duality, without the solver's code: the choice keeps every rule and every fund, and no
 * round within the funds has more weight than the bound. The bound may be above the objective: that is the gap.
 *
 * @returns The verdict; `bound` is the proven one.
 */
export function checkFunded(instance: RoundInstance, funds: Funds, claim: FundedClaim): CertificateVerdict {
  const { chosen, proof } = claim;
  const { scale, toll, needGain, nodePrice, groupGain } = proof;
  const nothing = { objective: 0n, bound: 0n };
  const wholes = Array.from(toll, (t) => Number.isSafeInteger(t) && t >= 0);
  if (!(Number.isSafeInteger(scale) && scale >= 1) || toll.length !== funds.budget.length || wholes.includes(false))
    return { faults: [{ kind: 'toll', at: wholes.indexOf(false) }], ...nothing };
  const payer = new Int32Array(instance.weight.length);
  for (let i = 0; i < instance.needCount; i++)
    payer.fill(funds.fundOf[i]!, instance.rowStart[i]!, instance.rowStart[i + 1]!);
  const priced = instance.weight.map((w, e) => {
    if (w === -Infinity) return w;
    const asked = payer[e]! < 0 ? 0 : toll[payer[e]!]! * funds.price[e]!;
    return Math.max(w * scale - asked, LOWEST);
  });
  if (priced.some((w) => w !== -Infinity && !Number.isSafeInteger(w)))
    return { faults: [{ kind: 'not_an_integer', at: -1 }], ...nothing };
  const rules = checkCertificate(
    { ...instance, weight: priced },
    { chosen, needGain, nodePrice, groupGain, objective: 0n },
  );
  // Weight and optimality are judged below, by the weights before tolls.
  const faults: CertificateFault[] = rules.faults.filter(({ kind }) => kind !== 'objective' && kind !== 'not_optimal');
  if (faults.some(({ kind }) => kind === 'shape' || kind === 'not_an_integer' || kind === 'not_a_pair'))
    return { faults, ...nothing };
  const worth = new ExactSum();
  const spent = funds.budget.map(() => 0);
  for (const e of chosen) {
    worth.add(instance.weight[e]!);
    if (payer[e]! >= 0) spent[payer[e]!]! += funds.price[e]!;
  }
  spent.forEach((sum, b) => {
    if (sum > funds.budget[b]!) faults.push({ kind: 'fund_over', at: b });
  });
  const money = new ExactSum();
  funds.budget.forEach((has, b) => money.addProduct(toll[b]!, Math.floor(has)));
  const bound = (rules.bound + money.total) / BigInt(scale);
  if (worth.total !== claim.objective) faults.push({ kind: 'objective', at: -1 });
  if (bound !== claim.bound || bound < worth.total) faults.push({ kind: 'bound', at: -1 });
  return { faults, objective: worth.total, bound };
}
