import { defineVocabulary } from './vocabulary';

/** States of a match (匹配状态). */
export const matchStates = defineVocabulary({
  suggested: { zh: '系统推荐', en: 'Suggested' },
  shortlisted: { zh: '已入围', en: 'Shortlisted' },
  introduced: { zh: '已推介', en: 'Introduced' },
  responded: { zh: '已响应', en: 'Responded' },
  awarded: { zh: '已确定', en: 'Awarded' },
  dismissed: { zh: '已忽略', en: 'Dismissed' },
});

/** One state of a match. */
export type MatchState = keyof typeof matchStates;
