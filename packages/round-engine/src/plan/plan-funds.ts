import type { Funds } from '../funds/funds';
import type { RoundPlan } from './round-plan';

/** Most that one price may be, fen; a sum of a round's prices is then a safe integer. */
const MOST_FEN = 2 ** 40;

/**
 * @param plan A canonical plan.
 * @returns Its funds in dense numbers, null where it has none.
 * @throws RangeError where a need names no fund of the plan, what a fund pays has no price, or money meets floors or a draw.
 */
export function planFunds(plan: RoundPlan): Funds | null {
  const { funds = [], needs, pairs } = plan;
  const at = new Map(funds.map(({ id }, b) => [id, b]));
  if (at.size !== funds.length) throw new RangeError('a fund is there twice');
  const payer = new Map<string, number>();
  for (const { id, fundId } of needs) {
    const fund = fundId === undefined ? -1 : at.get(fundId);
    if (fund === undefined) throw new RangeError(`there is no fund ${fundId}`);
    payer.set(id, fund);
  }
  if (funds.length === 0) return null;
  const reserved = [...plan.packages, ...plan.providers, ...plan.groups].some((place) => (place.reserved ?? 0) > 0);
  if (reserved || plan.fairDistricts || needs.some(({ must }) => must))
    throw new RangeError('funds do not go with floors');
  if (plan.drawWith !== undefined) throw new RangeError('funds do not go with a draw');
  for (const { id, limitFen } of funds)
    if (!(Number.isSafeInteger(limitFen) && limitFen >= 0)) throw new RangeError(`the fund ${id} has no limit in fen`);
  return {
    fundOf: Int32Array.from(needs, ({ id }) => payer.get(id)!),
    budget: Float64Array.from(funds, ({ limitFen }) => limitFen),
    price: Float64Array.from(pairs, ({ needId, packageId, priceFen }) => {
      if ((payer.get(needId) ?? -1) < 0) return 0;
      if (priceFen !== undefined && Number.isSafeInteger(priceFen) && priceFen >= 0 && priceFen <= MOST_FEN)
        return priceFen;
      throw new RangeError(`the pair of ${needId} and ${packageId} has no price that a fund could pay`);
    }),
  };
}
