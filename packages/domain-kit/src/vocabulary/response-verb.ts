import type { Mode } from './mode';
import { defineVocabulary } from './vocabulary';

/** What a provider does that takes a need on, by the way in which it is given: nobody who claims a need is said to bid. */
export const responseVerbs = defineVocabulary({
  claim: { zh: '认领', en: 'claim' },
  direct: { zh: '应邀', en: 'acceptance' },
  quotation: { zh: '报价', en: 'quotation' },
  open_call: { zh: '申报', en: 'application' },
  emergency: { zh: '应邀', en: 'acceptance' },
  recorded: { zh: '登记', en: 'record' },
} satisfies Record<Mode, { zh: string; en: string }>);
