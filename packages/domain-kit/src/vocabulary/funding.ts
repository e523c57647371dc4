import { defineVocabulary } from './vocabulary';

/** Sources of the money for a need (资金来源). */
export const fundings = defineVocabulary({
  community_fund: { zh: '社区保障资金', en: 'Community support fund' },
  special_fund: { zh: '专项资金/公益创投', en: 'Special fund or venture philanthropy' },
  subdistrict_purchase: { zh: '街道购买服务', en: 'Purchase by the subdistrict' },
  owners: { zh: '业主共有资金/物业费', en: "Owners' common money or fees" },
  maintenance_fund: { zh: '维修资金', en: 'Maintenance fund' },
  common_income: { zh: '公共收益', en: 'Common income' },
  none: { zh: '无资金', en: 'No money' },
});

/** One source of money. */
export type Funding = keyof typeof fundings;
