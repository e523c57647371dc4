import type { Context, TransactionContext } from '@duijie/service-kit';
import type { IdentityDeps } from '../identity-deps';
import { createStaffReadModel } from './persistence/staff.read-model';

/** Tells who brokers for an association and who is away, after either has changed; nothing of other organisations. */
export function publishStaff({ database, outbox, clock }: Pick<IdentityDeps, 'database' | 'outbox' | 'clock'>) {
  const staff = createStaffReadModel(database);
  const publish = async (ctx: TransactionContext, organisationId: string): Promise<void> => {
    if (!(await staff.isAssociation(ctx, organisationId))) return;
    // First of all the lock: what is read after it holds every change that was published before.
    const version = await staff.nextVersion(ctx, organisationId);
    const members = await staff.members(ctx, organisationId);
    const absences = await staff.absences(ctx, organisationId, clock.now());
    await outbox.append(ctx, {
      type: 'staff.changed.v1',
      aggregate: { type: 'staff', id: organisationId },
      sequence: version,
      data: { organisationId, version, members, absences },
    });
  };
  return {
    /** In the transaction of the change, as its last step. */
    changed: publish,
    /** Of associations from before staff was published; once each. */
    async missing(ctx: Context): Promise<void> {
      for (const organisationId of await staff.unpublished(ctx))
        await database.run(ctx, (tx) => publish(tx, organisationId));
    },
  };
}
