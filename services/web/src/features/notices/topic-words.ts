import type { NoticeTopic } from '@duijie/contracts';
import { defineVocabulary, type Vocabulary } from '@duijie/domain-kit';

export const topicWords: Vocabulary<NoticeTopic> = defineVocabulary({
  need: { zh: '需求', en: 'Needs' },
  introduction: { zh: '推介', en: 'Introductions' },
  response: { zh: '响应', en: 'Responses' },
  result: { zh: '结果', en: 'Results' },
  agreement: { zh: '协议与交付', en: 'Agreements and delivery' },
  organisation: { zh: '机构', en: 'Organisations' },
  reminder: { zh: '到期提醒', en: 'Reminders' },
  search: { zh: '保存的搜索', en: 'Saved searches' },
});
