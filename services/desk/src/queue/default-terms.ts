import type { DeskTerms } from '@duijie/contracts';

/** Terms of the queue until an administrator changes them. */
export const defaultTerms: Omit<DeskTerms, 'version'> = {
  answerDays: 3,
  decideDays: 5,
  screenDays: 1,
  careDays: 1,
  callAgainDays: 1,
};
