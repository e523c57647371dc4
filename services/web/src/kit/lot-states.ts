import type { AwardState, LotState } from '@duijie/contracts';
import { defineVocabulary } from '@duijie/domain-kit';

/** States of a lot (标段状态). */
export const lotStates = defineVocabulary<LotState>({
  upcoming: { zh: '即将开放', en: 'Opens soon' },
  open: { zh: '响应中', en: 'Taking responses' },
  deciding: { zh: '评定中', en: 'Deciding' },
  awarded: { zh: '已确定承接方', en: 'Awarded' },
  in_delivery: { zh: '实施中', en: 'In delivery' },
  completed: { zh: '已完成', en: 'Completed' },
  failed: { zh: '未成交', en: 'Failed' },
  given_back: { zh: '协议终止', en: 'Given back' },
  closed: { zh: '已关闭', en: 'Closed' },
});

/** States of a decision (确定结果). */
export const awardStates = defineVocabulary<AwardState>({
  notice: { zh: '结果公示中', en: 'Result posted' },
  objected: { zh: '有异议待处理', en: 'Objected to' },
  effective: { zh: '已生效', en: 'Effective' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
});
