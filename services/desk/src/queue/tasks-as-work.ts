import type { Clock } from '@duijie/domain-kit';
import type { OpenWork } from '../staff/open-work';
import type { TaskRepository } from './persistence/task.repository';
import { heldBy } from './task-book';

/** Tasks as work that is handed over. */
export const tasksAsWork = ({ tasks, clock }: { readonly tasks: TaskRepository; readonly clock: Clock }): OpenWork => ({
  async move(ctx, associationId, fromPersonId, to) {
    const held = await tasks.lockHeld(ctx, associationId, fromPersonId);
    const now = clock.now();
    const holder = heldBy(to && { personId: to.personId, name: to.name, organisationId: associationId }, now);
    for (const task of held) await tasks.update(ctx, { ...task, ...holder, version: task.version + 1, updatedAt: now });
    return held.filter(({ state }) => state === 'open').map(({ id }) => id);
  },
  count: (ctx, associationId) => tasks.countHeld(ctx, associationId),
});
