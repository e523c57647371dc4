import { faultAt, ValidationFailed } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import type { LotResponse } from '../responses/response';
import { isContest } from './contest';

const fault = (zh: string, en: string): ValidationFailed => new ValidationFailed([faultAt('/amountFen', zh, en)]);

/**
 * Nobody is bound to a price that it did not offer: in a contest the offer is the amount; elsewhere the poster may give
 * more, and less only where the provider says so itself.
 * @param given amount that the poster names, in fen; null where it names none @param response that is chosen
 * @throws ValidationFailed of `/amountFen`
 */
export function requireConsent(
  lot: Pick<Lot, 'mode'>,
  given: number | null,
  { priceFen }: Pick<LotResponse, 'priceFen'>,
): void {
  if (given === null || priceFen === null || given === priceFen) return;
  if (isContest(lot))
    throw fault('以报价为准，不能另定金额', 'The offer is the amount: no other is named after a contest');
  if (given > priceFen) return;
  throw lot.mode === 'direct'
    ? fault(
        '低于对方报价须经其同意：请按此金额发“直接对接邀约”，由对方接受',
        'Less than it offers needs its consent: send it a direct request for this amount, which it accepts',
      )
    : fault(
        '低于对方报价须经其同意：请对方修改报价后再确定',
        'Less than it offers needs its consent: have it change its offer first',
      );
}
