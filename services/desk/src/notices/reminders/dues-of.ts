import type { AgreementBody, NeedBody, ObjectionBody } from '@duijie/contracts';
import { addDays } from '@duijie/domain-kit';
import type { NoticeDue } from '../persistence/notice-due.repository';

const dayMs = 86_400_000;
/** Days before a delivery that its provider is reminded, and days that an acceptance may wait. */
const deliveryDays = 3;
const acceptanceDays = 5;
/** Nine in the morning in China. */
const morningOf = (day: string): Date => new Date(Date.parse(`${day}T01:00:00Z`));

/** Only what lies ahead: a term that is short already is told by the notice that brings it. */
const ahead = (dues: readonly NoticeDue[], now: Date): NoticeDue[] => dues.filter(({ dueAt }) => dueAt > now);

/** Three days and one day before responses are due. */
export function duesOfNeed({ id, state, responsesDueAt }: NeedBody, now: Date): NoticeDue[] {
  if (responsesDueAt === null || (state !== 'published' && state !== 'responding')) return [];
  const before = (days: number): Date => new Date(Date.parse(responsesDueAt) - days * dayMs);
  const about = { aboutId: id, needId: id, sourceId: id };
  return ahead(
    [
      { ...about, kind: 'responses_3_days', dueAt: before(3) },
      { ...about, kind: 'responses_1_day', dueAt: before(1) },
    ],
    now,
  );
}

/** Three days before a milestone is due, and five days after it was delivered. */
export function duesOfAgreement(before: AgreementBody | null, after: AgreementBody, now: Date): NoticeDue[] {
  if (after.state !== 'signed') return [];
  const dues = after.milestones.flatMap(({ id: aboutId, dueOn, state }): NoticeDue[] => {
    const about = { aboutId, needId: after.needId, sourceId: after.id };
    if (state === 'delivered')
      return before?.milestones.some((one) => one.id === aboutId && one.state === 'delivered') === true
        ? []
        : [{ ...about, kind: 'acceptance', dueAt: new Date(Date.parse(after.updatedAt) + acceptanceDays * dayMs) }];
    if (dueOn === null || state === 'accepted') return [];
    return [{ ...about, kind: 'delivery', dueAt: morningOf(addDays(dueOn, -deliveryDays)) }];
  });
  return ahead(dues, now);
}

/** When the answer to a formal objection is overdue. */
export function duesOfObjection({ id, needId, state, answerDueAt }: ObjectionBody, now: Date): NoticeDue[] {
  if (state !== 'formal' || answerDueAt === null) return [];
  return ahead([{ kind: 'objection_answer', aboutId: id, needId, sourceId: id, dueAt: new Date(answerDueAt) }], now);
}
