import { defineVocabulary } from './vocabulary';

/** Ways to find who takes a need on (对接方式). */
export const modes = defineVocabulary({
  claim: { zh: '认领', en: 'Claim' },
  direct: { zh: '直接对接', en: 'Direct' },
  quotation: { zh: '邀请比选', en: 'Invited quotation' },
  open_call: { zh: '公开征集', en: 'Open call' },
  emergency: { zh: '应急指定', en: 'Emergency appointment' },
  recorded: { zh: '线下/他平台已定', en: 'Decided elsewhere, recorded here' },
});

/** One way to find a provider. */
export type Mode = keyof typeof modes;
