import type { RuleCode } from '@duijie/match-engine';
import type { Words } from '@duijie/service-kit';

/** What the hard rules are called. */
export const ruleWords: Readonly<Record<RuleCode, Words>> = {
  published: { zh: '服务包已发布', en: 'Package published' },
  verified: { zh: '机构已核验', en: 'Provider verified' },
  kind: { zh: '承接主体类型', en: 'Kind of provider' },
  business_scope: { zh: '业务范围', en: 'Business scope' },
  qualification: { zh: '资质', en: 'Qualifications' },
  area: { zh: '服务区域', en: 'Area served' },
  capacity: { zh: '承接余量', en: 'Free capacity' },
  lead_time: { zh: '进场时间', en: 'Lead time' },
  money: { zh: '经费与计价', en: 'Money' },
  conflict: { zh: '利益回避', en: 'Conflict of interest' },
};
