import { defineVocabulary } from './vocabulary';

/** States of a need (需求状态). The last two are ends: the need lives on in another, or went to another body. */
export const needStates = defineVocabulary({
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '待审核', en: 'Submitted' },
  returned: { zh: '已退回', en: 'Returned' },
  published: { zh: '已发布', en: 'Published' },
  responding: { zh: '响应中', en: 'Taking responses' },
  deciding: { zh: '评定中', en: 'Deciding' },
  awarded: { zh: '已确定承接方', en: 'Awarded' },
  in_delivery: { zh: '实施中', en: 'In delivery' },
  completed: { zh: '已完成', en: 'Completed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  failed: { zh: '未成功', en: 'Failed' },
  duplicate_of: { zh: '重复', en: 'Duplicate' },
  referred_to: { zh: '已转办', en: 'Referred' },
});

/** One state of a need. */
export type NeedState = keyof typeof needStates;
