import { defineVocabulary } from './vocabulary';

/** How pressing a need is (紧急程度), from least to most. */
export const urgencies = defineVocabulary({
  low: { zh: '不急', en: 'Low' },
  normal: { zh: '一般', en: 'Normal' },
  high: { zh: '较急', en: 'High' },
  emergency: { zh: '紧急', en: 'Emergency' },
});

/** One degree of urgency. */
export type Urgency = keyof typeof urgencies;
