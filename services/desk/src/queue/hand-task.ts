import { requireVersion, ValidationFailed, type Context } from '@duijie/service-kit';
import type { DeskTaskEntity } from './persistence/task.entity';
import type { QueueDeps } from './queue-deps';
import { stepTask, storeTask } from './step-task';
import { heldBy } from './task-book';
import { requireFree, requireOpen } from './task-rules';

/** 派单: to a colleague. @throws ValidationFailed at `/personId`, NotAllowed `task.not-yours` */
export const dispatchTask = (deps: QueueDeps) => {
  const step = stepTask(deps);
  const store = storeTask(deps);
  return (
    ctx: Context,
    taskId: string,
    { personId, note }: { readonly personId: string; readonly note: string | null },
    ifMatch: number,
  ): Promise<DeskTaskEntity> =>
    step(ctx, taskId, async (inner, { task, worker }) => {
      requireOpen(task);
      requireFree(task, worker, true);
      requireVersion(ifMatch, task.version);
      const colleague = await deps.staff.find(inner, worker.organisationId, personId);
      if (!colleague)
        throw new ValidationFailed([
          {
            pointer: '/personId',
            detail: { zh: '须是本协会的撮合员或管理员', en: 'Must be a broker or administrator of the association' },
          },
        ]);
      const now = deps.clock.now();
      const holder = { personId, name: colleague.name, organisationId: worker.organisationId };
      await store(inner, task, heldBy(holder, now), 'dispatched', note);
      if (task.subjectType === 'follow_up') await deps.followUps.assign(inner, [task.subjectId], holder, now);
      else if (task.needId !== null) await deps.settle(inner, task.needId);
    });
};

/** Gives it back to everybody. @throws NotAllowed `task.not-yours` */
export const releaseTask = (deps: QueueDeps) => {
  const step = stepTask(deps);
  const store = storeTask(deps);
  return (ctx: Context, taskId: string, ifMatch: number): Promise<DeskTaskEntity> =>
    step(ctx, taskId, async (inner, { task, worker }) => {
      requireOpen(task);
      if (task.brokerPersonId === null) return;
      requireFree(task, worker, true);
      requireVersion(ifMatch, task.version);
      const now = deps.clock.now();
      await store(inner, task, heldBy(null, now), 'released');
      if (task.subjectType === 'follow_up') await deps.followUps.assign(inner, [task.subjectId], null, now);
      else if (task.needId !== null) await deps.settle(inner, task.needId);
    });
};
