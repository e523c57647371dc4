import { defineVocabulary } from './vocabulary';

/** Who manages a property service area at present (物业管理状态). */
export const propertyStates = defineVocabulary({
  managed: { zh: '有专业物业', en: 'Managed by a firm' },
  self_managed: { zh: '自管', en: 'Self-managed' },
  unmanaged: { zh: '无物管', en: 'Unmanaged' },
  withdrawn: { zh: '物业撤场', en: 'Firm withdrawn' },
});

/** One state of management. */
export type PropertyState = keyof typeof propertyStates;
