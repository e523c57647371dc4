import type { AgreementSnapshot } from '@duijie/contracts';
import { formatFen } from '@duijie/domain-kit';
import type { Words } from '@duijie/service-kit';

/**
 * What both sides should think of before they agree to a change. Nothing of it blocks.
 * @param signedPriceFen price when the agreement was signed: all additions together are measured against it
 * @see Government Procurement Law of China, article 49: additions of the same kind up to 10 % of the contract's price
 */
export function changeRemarks(signedPriceFen: number | null, after: Pick<AgreementSnapshot, 'priceFen'>): Words[] {
  if (after.priceFen === null || after.priceFen === 0) return [];
  if (signedPriceFen === null || signedPriceFen === 0)
    return [
      {
        zh: '原协议没有金额，现增加金额，请确认资金来源与决策依据。',
        en: 'There was no price, and now there is one: make sure of the funding and of the decision behind it.',
      },
    ];
  // ×10 against ×11 in whole fen: exactly 10 % is allowed.
  if (after.priceFen * 10 <= signedPriceFen * 11) return [];
  const added = after.priceFen - signedPriceFen;
  return [
    {
      zh: `累计增加 ${formatFen(added, 'zh')}，超过原协议金额的 10%。属于政府采购的，补充合同不得超过原合同金额的 10%（《政府采购法》第四十九条），超出部分须另行采购；其他资金请确认决策依据。`,
      en: `Additions come to ${formatFen(added, 'en')}, more than 10 % of the signed price. In government procurement supplements may not exceed 10 % (Government Procurement Law, article 49); what is beyond needs a procurement of its own. With other money, make sure of the decision behind it.`,
    },
  ];
}
