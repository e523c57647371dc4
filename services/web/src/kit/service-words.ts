import type { ServiceName } from '@duijie/contracts';
import { defineVocabulary, type Vocabulary } from '@duijie/domain-kit';

export const serviceWords: Vocabulary<ServiceName> = defineVocabulary({
  identity: { zh: '身份与机构', en: 'Identity' },
  needs: { zh: '需求', en: 'Needs' },
  offers: { zh: '服务包', en: 'Offers' },
  matcher: { zh: '匹配', en: 'Matcher' },
  discovery: { zh: '搜索', en: 'Discovery' },
  deals: { zh: '承接与协议', en: 'Deals' },
  desk: { zh: '撮合工作台', en: 'Desk' },
  gateway: { zh: '入口', en: 'Gateway' },
});
