import { defineVocabulary } from './vocabulary';

/** States of an organisation's verification (认证状态). */
export const verificationStates = defineVocabulary({
  pending: { zh: '待认证', en: 'Pending' },
  verified: { zh: '已认证', en: 'Verified' },
  rejected: { zh: '未通过', en: 'Rejected' },
  suspended: { zh: '已暂停', en: 'Suspended' },
});

/** One state of verification. */
export type VerificationState = keyof typeof verificationStates;
