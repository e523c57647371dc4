import {
  Conflict,
  NotFound,
  requireReach,
  requireVersion,
  type Context,
  type Database,
  type TransactionContext,
} from '@duijie/service-kit';
import type { FollowUpEntity } from './persistence/follow-up.entity';
import type { FollowUpRepository } from './persistence/follow-up.repository';
import type { StoreFollowUp } from './store-follow-up';

export interface ChangeDeps {
  readonly database: Database;
  readonly followUps: FollowUpRepository;
  readonly store: StoreFollowUp;
}

/** Locks an open follow-up of the caller's association. @throws NotFound, PreconditionFailed, Conflict `follow-up.ended` */
export async function lockedFollowUp(
  followUps: FollowUpRepository,
  ctx: TransactionContext,
  id: string,
  ifMatch: number,
): Promise<FollowUpEntity> {
  const followUp = await followUps.lock(ctx, id);
  if (!followUp) throw new NotFound();
  requireReach(ctx, { organisationId: followUp.associationId, visible: false });
  requireVersion(ifMatch, followUp.version);
  if (followUp.state !== 'open')
    throw new Conflict('follow-up.ended', { zh: '这项跟进已结束', en: 'The follow-up has ended' });
  return followUp;
}

/** Another day or other words. */
export const changeFollowUp =
  ({ database, followUps, store }: ChangeDeps) =>
  (
    ctx: Context,
    id: string,
    ifMatch: number,
    change: { readonly what?: string | undefined; readonly dueOn?: string | undefined },
  ): Promise<FollowUpEntity> =>
    database.run(ctx, async (tx) => {
      const before = await lockedFollowUp(followUps, tx, id, ifMatch);
      const { what = before.what, dueOn = before.dueOn } = change;
      return store(tx, before, { ...before, what, dueOn }, 'changed');
    });
