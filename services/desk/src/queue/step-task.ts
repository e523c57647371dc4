import { actingForOf, NotFound, personOf, type Context, type TransactionContext } from '@duijie/service-kit';
import type { DeskTaskEntity } from './persistence/task.entity';
import type { QueueDeps } from './queue-deps';
import type { Worker } from './task-rules';

/** @returns who asks, with whose work is theirs now */
export const workerOf =
  ({ whose }: Pick<QueueDeps, 'whose'>) =>
  async (ctx: Context): Promise<Worker> => {
    const { organisationId, role } = actingForOf(ctx);
    const { personId, name } = personOf(ctx);
    return { personId, name, organisationId, administrator: role === 'administrator', persons: await whose(ctx) };
  };

/** @throws NotFound also for another association's own task, and for one whose time has not come */
export function requireSeen(task: DeskTaskEntity | null, organisationId: string): DeskTaskEntity {
  if (!task || task.state === 'waiting' || (task.associationId !== null && task.associationId !== organisationId))
    throw new NotFound();
  return task;
}

/** A task that is locked, and whoever works on it. */
export interface Step {
  readonly task: DeskTaskEntity;
  readonly worker: Worker;
}

/**
 * Locks what a task follows from, then the task, and lets `work` decide.
 * @param work also checks whether the task is open
 * @returns the task as it stands at the end
 * @throws NotFound
 */
export const stepTask =
  (deps: QueueDeps) =>
  (
    ctx: Context,
    taskId: string,
    work: (ctx: TransactionContext, step: Step) => Promise<void>,
  ): Promise<DeskTaskEntity> =>
    deps.database.run(ctx, async (inner) => {
      const worker = await workerOf(deps)(inner);
      const seen = requireSeen(await deps.tasks.find(inner, taskId), worker.organisationId);
      if (seen.subjectType === 'follow_up') await deps.followUps.lock(inner, seen.subjectId);
      else if (seen.needId !== null) await deps.copies.lockNeed(inner, seen.needId);
      const task = requireSeen(await deps.tasks.lock(inner, taskId), worker.organisationId);
      await work(inner, { task, worker });
      // Also after it was hidden again: who moved it sees where it went.
      const after = await deps.tasks.find(inner, taskId);
      if (!after) throw new NotFound();
      return after;
    });

/** What a person did to a task. */
export type TaskAction = 'claimed' | 'dispatched' | 'released' | 'finished' | 'snoozed' | 'called';

/** Writes a changed task and its audit entry. @returns the row as it stands */
export const storeTask =
  ({ audit, clock, tasks }: Pick<QueueDeps, 'audit' | 'clock' | 'tasks'>) =>
  async (
    ctx: TransactionContext,
    before: DeskTaskEntity,
    change: Partial<DeskTaskEntity>,
    action: TaskAction,
    reason: string | null = null,
  ): Promise<DeskTaskEntity> => {
    const after = { ...before, ...change, version: before.version + 1, updatedAt: clock.now() };
    await tasks.update(ctx, after);
    await recordTask(audit)(ctx, before, after, action, reason);
    return after;
  };

/** The audit entry of a step. */
export const recordTask =
  (audit: QueueDeps['audit']) =>
  (
    ctx: TransactionContext,
    before: DeskTaskEntity,
    after: DeskTaskEntity,
    action: TaskAction,
    reason: string | null,
  ): Promise<void> =>
    audit.record(ctx, {
      action: `task.${action}`,
      aggregate: { type: 'desk-task', id: after.id },
      from: before.state,
      to: after.state,
      reason,
      data: {
        kind: after.kind,
        subjectId: after.subjectId,
        fromPersonId: before.brokerPersonId,
        toPersonId: after.brokerPersonId,
        dueAt: after.dueAt.toISOString(),
      },
    });
