import { addDays, dayOf, deadlineOn, startOfDay } from '@duijie/domain-kit';

/** Terms of a mode that set when responses open and close. */
export interface ResponseTerms {
  readonly enquiryDays: number;
  readonly responseDays: number | null;
}

/**
 * Reckons when responses open and until when they are taken.
 * @param publishedAt the instant of publication
 * @returns `opensAt` null when they open at once; `dueAt` null without a term, else 18:00 in China of the last day
 */
export function responseTimes(
  publishedAt: Date,
  { enquiryDays, responseDays }: ResponseTerms,
): { readonly opensAt: Date | null; readonly dueAt: Date | null } {
  const today = dayOf(publishedAt);
  const opensOn = addDays(today, enquiryDays);
  const opensAt = enquiryDays === 0 ? null : startOfDay(opensOn);
  if (responseDays === null) return { opensAt, dueAt: null };
  const due = deadlineOn(addDays(opensOn, responseDays));
  return { opensAt, dueAt: due > publishedAt ? due : deadlineOn(addDays(opensOn, responseDays + 1)) };
}
