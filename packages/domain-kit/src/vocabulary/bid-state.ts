import { defineVocabulary } from './vocabulary';

/** States of a response (响应状态; in code: bid). */
export const bidStates = defineVocabulary({
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  opened: { zh: '已开启', en: 'Opened' },
  shortlisted: { zh: '已入围', en: 'Shortlisted' },
  awarded: { zh: '已选定', en: 'Awarded' },
  rejected: { zh: '未选定', en: 'Not chosen' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  disqualified: { zh: '已取消资格', en: 'Disqualified' },
});

/** One state of a response. */
export type BidState = keyof typeof bidStates;
