import { defineVocabulary } from '@duijie/domain-kit';

export const caseStateWords = defineVocabulary({
  open: { zh: '在办', en: 'Open' },
  done: { zh: '办结', en: 'Done' },
  dropped: { zh: '不办了', en: 'Dropped' },
});
