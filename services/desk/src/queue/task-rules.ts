import type { CallResult, DeskTerms } from '@duijie/contracts';
import { Conflict, NotAllowed } from '@duijie/service-kit';
import type { DeskTaskEntity } from './persistence/task.entity';

/** Who acts on a task. */
export interface Worker {
  readonly personId: string;
  readonly name: string;
  readonly organisationId: string;
  readonly administrator: boolean;
  /** The own person, and colleagues whose place the worker takes now. */
  readonly persons: readonly string[];
}

/** @throws Conflict `task.done` */
export function requireOpen(task: DeskTaskEntity): void {
  if (task.state !== 'open') throw new Conflict('task.done', { zh: '这项待办已经了结', en: 'The task is done' });
}

/** Whether it is nobody's, the worker's own, or an absent colleague's. */
export const isFree = (task: DeskTaskEntity, { persons }: Worker): boolean =>
  task.brokerPersonId === null || persons.includes(task.brokerPersonId);

/** @throws NotAllowed `task.not-yours` when a colleague holds it; an administrator may where `administrator` is given */
export function requireFree(task: DeskTaskEntity, worker: Worker, administrator = false): void {
  const heads = administrator && worker.administrator && task.brokerOrganisationId === worker.organisationId;
  if (!heads && !isFree(task, worker))
    throw new NotAllowed({
      reason: 'task.not-yours',
      detail: { zh: `这项待办由${task.brokerName}负责`, en: `${task.brokerName} has this task` },
    });
}

/** Kinds that end only with what they wait for. */
const standing: ReadonlySet<string> = new Set(['screen', 'flag', 'objection']);

/**
 * A question that was passed on is the poster's, and need not stay on the desk until it is answered.
 * @throws Conflict `task.reason-stands`
 */
export function requireFinishable(task: DeskTaskEntity): void {
  const withPoster = task.kind === 'objection' && task.occasion === 'passed';
  if (standing.has(task.kind) && !withPoster)
    throw new Conflict('task.reason-stands', {
      zh: '事情办完后，这项待办会自动了结',
      en: 'The task ends by itself once the matter is settled',
    });
}

const dayMs = 24 * 60 * 60 * 1000;

/**
 * When a task comes back after a call.
 * @param callBackAt when the other side asked to be called
 */
export function dueAfterCall(
  result: CallResult,
  now: Date,
  { answerDays, callAgainDays }: Pick<DeskTerms, 'answerDays' | 'callAgainDays'>,
  callBackAt: Date | null,
): Date {
  if (result === 'call_back' && callBackAt) return callBackAt;
  // Another number has to be found, and that is at once.
  if (result === 'wrong_number') return now;
  return new Date(now.getTime() + (result === 'no_answer' ? callAgainDays : answerDays) * dayMs);
}
