import type { ObjectionView } from '@duijie/contracts';
import { defineVocabulary } from '@duijie/domain-kit';

/** How far a question about a result, or an objection to it, is. */
export const objectionStates = defineVocabulary<ObjectionView['state']>({
  asked: { zh: '待答复', en: 'Waits for an answer' },
  answered: { zh: '已答复', en: 'Answered' },
  formal: { zh: '正式异议', en: 'Formal' },
  upheld: { zh: '异议成立', en: 'Upheld' },
  dismissed: { zh: '异议不成立', en: 'Dismissed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
});
