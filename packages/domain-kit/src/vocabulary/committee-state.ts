import { defineVocabulary } from './vocabulary';

/** Where an area stands with its owners' committee (业委会状态). */
export const committeeStates = defineVocabulary({
  none: { zh: '未成立', en: 'None' },
  preparing: { zh: '筹备中', en: 'Being formed' },
  active: { zh: '正常履职', en: 'Active' },
  dysfunctional: { zh: '不能正常履职', en: 'Dysfunctional' },
  'n/a': { zh: '不适用', en: 'Not applicable' },
});

/** One state of an owners' committee. */
export type CommitteeState = keyof typeof committeeStates;
