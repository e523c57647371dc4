import { requireVersion, ValidationFailed, type Context } from '@duijie/service-kit';
import type { DeskTaskEntity } from './persistence/task.entity';
import type { QueueDeps } from './queue-deps';
import { stepTask, storeTask, type Step } from './step-task';
import { postponeFollowUp } from './postpone-follow-up';
import { heldBy } from './task-book';
import { requireFinishable, requireFree, requireOpen } from './task-rules';

/** Whose it is after somebody worked on it: one that was nobody's is the worker's. */
export const workedOn = ({ task, worker }: Step, now: Date): Partial<DeskTaskEntity> =>
  task.brokerPersonId === null ? heldBy(worker, now) : {};

/** Done by hand, with a note; it comes back only for a new reason. */
export const finishTask = (deps: QueueDeps) => {
  const step = stepTask(deps);
  const store = storeTask(deps);
  return (ctx: Context, taskId: string, note: string | null, ifMatch: number): Promise<DeskTaskEntity> =>
    step(ctx, taskId, async (inner, given) => {
      const { task, worker } = given;
      requireOpen(task);
      requireFree(task, worker);
      requireFinishable(task);
      requireVersion(ifMatch, task.version);
      const now = deps.clock.now();
      const done = { state: 'done' as const, doneAt: now, doneBy: 'broker' as const, doneNote: note, snoozed: false };
      await store(inner, task, { ...workedOn(given, now), ...done }, 'finished', note);
      const followUp = task.subjectType === 'follow_up' ? await deps.followUps.lock(inner, task.subjectId) : null;
      if (followUp?.state === 'open')
        await deps.storeFollowUp(inner, followUp, { ...followUp, state: 'done', doneAt: now }, 'done');
    });
};

const yearMs = 366 * 24 * 60 * 60 * 1000;

/** Put off until a moment. @throws ValidationFailed at `/until` when that is past or more than a year ahead */
export const snoozeTask = (deps: QueueDeps) => {
  const step = stepTask(deps);
  const store = storeTask(deps);
  const postpone = postponeFollowUp(deps);
  return (ctx: Context, taskId: string, until: Date, ifMatch: number): Promise<DeskTaskEntity> =>
    step(ctx, taskId, async (inner, given) => {
      const { task, worker } = given;
      const now = deps.clock.now();
      if (until <= now || until.getTime() > now.getTime() + yearMs)
        throw new ValidationFailed([
          {
            pointer: '/until',
            detail: { zh: '请选择今后一年内的时间', en: 'Choose a moment within the next year' },
          },
        ]);
      requireOpen(task);
      requireFree(task, worker);
      requireVersion(ifMatch, task.version);
      await store(inner, task, { ...workedOn(given, now), dueAt: until, snoozed: true }, 'snoozed');
      await postpone(inner, task, until);
    });
};
