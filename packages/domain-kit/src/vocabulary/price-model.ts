import { defineVocabulary } from './vocabulary';

/** Ways in which a package is priced (计价方式). */
export const priceModels = defineVocabulary({
  fixed: { zh: '一口价', en: 'Fixed price' },
  per_m2_month: { zh: '元/平方米·月', en: 'Per m² and month' },
  per_household_month: { zh: '元/户·月', en: 'Per household and month' },
  per_month: { zh: '元/月', en: 'Per month' },
  per_session: { zh: '元/次', en: 'Per session' },
  free: { zh: '免费', en: 'Free' },
  negotiable: { zh: '面议', en: 'Negotiable' },
  invest_share: { zh: '投资分成', en: 'Provider invests and shares' },
  user_pays: { zh: '使用者付费', en: 'Users pay' },
  in_kind: { zh: '实物支持', en: 'In kind' },
});

/** One way of pricing. */
export type PriceModel = keyof typeof priceModels;
