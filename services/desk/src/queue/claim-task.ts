import { Conflict, requireVersion, type Context } from '@duijie/service-kit';
import type { DeskTaskEntity } from './persistence/task.entity';
import type { QueueDeps } from './queue-deps';
import { recordTask, stepTask } from './step-task';
import { heldBy } from './task-book';
import { requireOpen } from './task-rules';

/**
 * 抢单: the first of several has it. One's own stays as it is.
 * @throws Conflict `task.taken` with the name of whoever has it, `task.done`; PreconditionFailed
 */
export const claimTask = (deps: QueueDeps) => {
  const step = stepTask(deps);
  const record = recordTask(deps.audit);
  return (ctx: Context, taskId: string, ifMatch: number): Promise<DeskTaskEntity> =>
    step(ctx, taskId, async (inner, { task, worker }) => {
      requireOpen(task);
      if (task.brokerPersonId === worker.personId) return;
      if (task.brokerPersonId !== null) throw taken(task.brokerName);
      requireVersion(ifMatch, task.version);
      const now = deps.clock.now();
      const after = { ...task, ...heldBy(worker, now), version: task.version + 1, updatedAt: now };
      // Compare and swap besides the lock: whoever comes between finds nothing to take.
      if (!(await deps.tasks.claim(inner, after, task.version))) throw taken(null);
      await record(inner, task, after, 'claimed', null);
      if (task.subjectType === 'follow_up') await deps.followUps.assign(inner, [task.subjectId], worker, now);
      else if (task.needId !== null) await deps.settle(inner, task.needId);
    });
};

const taken = (name: string | null): Conflict =>
  new Conflict('task.taken', {
    zh: name === null ? '已被他人抢单' : `已由${name}接手`,
    en: name === null ? 'Somebody else has taken it' : `${name} has taken it`,
  });
