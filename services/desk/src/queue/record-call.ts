import type { CallResult } from '@duijie/contracts';
import { NotFound, requireVersion, ValidationFailed, type Context, type TransactionContext } from '@duijie/service-kit';
import { lockIntroduction } from '../introductions/reach-introduction';
import type { IntroductionEntity } from '../introductions/persistence/introduction.entity';
import { workedOn } from './end-task';
import type { DeskTaskEntity } from './persistence/task.entity';
import { postponeFollowUp } from './postpone-follow-up';
import type { QueueDeps } from './queue-deps';
import { stepTask, storeTask, workerOf, type Step } from './step-task';
import { dueAfterCall, requireFree, requireOpen } from './task-rules';

/** What came of a call. */
export interface Call {
  readonly result: CallResult;
  readonly callBackAt: Date | null;
  readonly note: string | null;
}

const answers = (result: CallResult): result is 'interested' | 'declined' =>
  result === 'interested' || result === 'declined';

/** @throws ValidationFailed at `/callBackAt` when it is asked for and missing, or past */
function requireCallBack({ result, callBackAt }: Call, now: Date): void {
  if (result === 'call_back' ? callBackAt === null || callBackAt <= now : callBackAt !== null)
    throw new ValidationFailed([
      {
        pointer: '/callBackAt',
        detail:
          result === 'call_back'
            ? { zh: '请填写约好的回电时间', en: 'Give the moment in the future at which to call again' }
            : { zh: '只有约定回电时才填写', en: 'Only where a call back was agreed' },
      },
    ]);
}

/** Moves the next date of a task that somebody called about. */
const moveTask = (deps: QueueDeps) => {
  const store = storeTask(deps);
  const postpone = postponeFollowUp(deps);
  return async (ctx: TransactionContext, step: Step, call: Call): Promise<void> => {
    const now = deps.clock.now();
    const dueAt = dueAfterCall(call.result, now, await deps.tasks.terms(ctx), call.callBackAt);
    const change = { dueAt, snoozed: true, callResult: call.result, calledAt: now };
    await store(ctx, step.task, { ...workedOn(step, now), ...change }, 'called', call.note);
    await postpone(ctx, step.task, dueAt);
  };
};

/** After a call about a task: the log, the provider's answer where it was one, the next date. */
export const recordTaskCall = (deps: QueueDeps) => {
  const step = stepTask(deps);
  const move = moveTask(deps);
  return (ctx: Context, taskId: string, call: Call, ifMatch: number): Promise<DeskTaskEntity> =>
    step(ctx, taskId, async (inner, given) => {
      const { task, worker } = given;
      requireCallBack(call, deps.clock.now());
      requireOpen(task);
      requireFree(task, worker);
      requireVersion(ifMatch, task.version);
      const introduction =
        task.subjectType === 'introduction' ? await deps.introductions.lock(inner, task.subjectId) : null;
      const followUp = task.subjectType === 'follow_up' ? await deps.followUps.lock(inner, task.subjectId) : null;
      await deps.logContact(inner, {
        channel: 'phone',
        direction: 'out',
        result: call.result,
        note: call.note,
        ...(introduction ? { introductionId: introduction.id } : {}),
        ...(followUp?.caseId ? { caseId: followUp.caseId } : {}),
        ...(task.needId === null ? {} : { needId: task.needId }),
        ...(task.providerId === null && followUp?.organisationId ? { organisationId: followUp.organisationId } : {}),
      });
      await move(inner, given, call);
      if (introduction && task.kind === 'answer_outstanding' && answers(call.result))
        await deps.answer(inner, introduction, { answer: call.result, by: 'broker', reason: call.note });
    });
};

/** The same from the page of an introduction. @throws NotFound, Conflict as the answer does */
export const recordIntroductionCall = (deps: QueueDeps) => {
  const lock = lockIntroduction(deps);
  const move = moveTask(deps);
  return (ctx: Context, introductionId: string, call: Call, ifMatch: number): Promise<IntroductionEntity> =>
    deps.database.run(ctx, async (inner) => {
      requireCallBack(call, deps.clock.now());
      const { one } = await lock(inner, introductionId, ifMatch);
      const worker = await workerOf(deps)(inner);
      await deps.logContact(inner, {
        channel: 'phone',
        direction: 'out',
        result: call.result,
        note: call.note,
        introductionId: one.id,
        needId: one.needId,
        organisationId: one.providerId,
      });
      const task = await deps.tasks.lockSubject(inner, 'answer_outstanding', one.id);
      if (task && task.state !== 'done') await move(inner, { task, worker }, call);
      if (answers(call.result)) await deps.answer(inner, one, { answer: call.result, by: 'broker', reason: call.note });
      const after = await deps.introductions.find(inner, one.id);
      if (!after) throw new NotFound();
      return after;
    });
};
