import { dayOf } from '@duijie/domain-kit';
import type { TransactionContext } from '@duijie/service-kit';
import type { DeskTaskEntity } from './persistence/task.entity';
import type { QueueDeps } from './queue-deps';

/** A follow-up whose task was put off is due on another day; other tasks have no date of their own elsewhere. */
export const postponeFollowUp =
  ({ followUps, storeFollowUp }: Pick<QueueDeps, 'followUps' | 'storeFollowUp'>) =>
  async (ctx: TransactionContext, task: DeskTaskEntity, until: Date): Promise<void> => {
    if (task.subjectType !== 'follow_up') return;
    const followUp = await followUps.lock(ctx, task.subjectId);
    const dueOn = dayOf(until);
    if (followUp?.state === 'open' && followUp.dueOn !== dueOn)
      await storeFollowUp(ctx, followUp, { ...followUp, dueOn }, 'changed');
  };
