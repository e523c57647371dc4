import { defineVocabulary } from './vocabulary';

/** Ways of charging for property management (收费方式). */
export const feeRegimes = defineVocabulary({
  lump_sum: { zh: '包干制', en: 'Lump sum' },
  commission: { zh: '酬金制', en: 'Commission' },
  trust: { zh: '信托制', en: 'Trust' },
});

/** One way of charging. */
export type FeeRegime = keyof typeof feeRegimes;
