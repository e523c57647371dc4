import type { Audit, TransactionContext } from '@duijie/service-kit';
import type { Clock } from '@duijie/domain-kit';
import type { FollowUpListener } from './follow-up-tasks';
import type { FollowUpEntity } from './persistence/follow-up.entity';
import type { FollowUpRepository } from './persistence/follow-up.repository';

export interface StoreDeps {
  readonly audit: Audit;
  readonly clock: Clock;
  readonly followUps: FollowUpRepository;
  readonly listeners: readonly FollowUpListener[];
}

/**
 * Writes a follow-up with its next version, its audit entry, and tells the queue.
 * @param before null for a new one @returns it as it stands now
 */
export const storeFollowUp =
  ({ audit, clock, followUps, listeners }: StoreDeps) =>
  async (
    ctx: TransactionContext,
    before: FollowUpEntity | null,
    after: Omit<FollowUpEntity, 'version' | 'live' | 'updatedAt'>,
    action: 'planned' | 'changed' | 'done' | 'dropped',
  ): Promise<FollowUpEntity> => {
    const followUp: FollowUpEntity = {
      ...after,
      version: (before?.version ?? 0) + 1,
      live: after.state === 'open' ? 1 : null,
      updatedAt: clock.now(),
    };
    await (before ? followUps.update(ctx, followUp) : followUps.insert(ctx, followUp));
    await audit.record(ctx, {
      action: `follow-up.${action}`,
      aggregate: { type: 'follow-up', id: followUp.id },
      from: before?.state ?? null,
      to: followUp.state,
      data: {
        needId: followUp.needId,
        caseId: followUp.caseId,
        dueOn: followUp.dueOn,
        assigneeId: followUp.assigneeId,
      },
    });
    for (const listener of listeners) await listener(ctx, followUp);
    return followUp;
  };
export type StoreFollowUp = ReturnType<typeof storeFollowUp>;
