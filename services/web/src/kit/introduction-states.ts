import type { AppointmentState, ConflictOutcome, IntroductionState } from '@duijie/contracts';
import { defineVocabulary } from '@duijie/domain-kit';

/** States of an introduction as the introduced provider and the poster read them. */
export const introductionWords = defineVocabulary<IntroductionState>({
  shortlisted: { zh: '待核定', en: 'Being checked' },
  introduced: { zh: '待答复', en: 'Waits for an answer' },
  interested: { zh: '有意向', en: 'Interested' },
  declined: { zh: '已谢绝', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
});
/** States of a direct request. */
export const appointmentWords = defineVocabulary<AppointmentState>({
  waiting: { zh: '待答复', en: 'Waits for an answer' },
  accepted: { zh: '已接受', en: 'Accepted' },
  declined: { zh: '已谢绝', en: 'Declined' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  lapsed: { zh: '已失效', en: 'Lapsed' },
});
/** What the conflict wall said, where it is more than nothing. */
export const conflictWords = defineVocabulary<ConflictOutcome>({
  clear: { zh: '无利益关联', en: 'No conflict found' },
  flagged: { zh: '利益关联待核定', en: 'A tie waits for a decision' },
  cleared: { zh: '利益关联已核定', en: 'A tie was cleared' },
  refused: { zh: '因利益关联不予采用', en: 'Not taken because of a tie' },
});
