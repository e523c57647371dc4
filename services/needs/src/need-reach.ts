import {
  NotFound,
  reaches,
  requireReach,
  requireVersion,
  type Context,
  type Subject,
  type TransactionContext,
} from '@duijie/service-kit';
import { listingOf, type Need } from './need';
import type { NeedRepository } from './persistence/need.repository';

/** How a need stands to callers. */
export const subjectOf = (need: Need): Subject => ({
  organisationId: need.organisationId,
  district: need.place.district,
  subdistrict: need.place.subdistrict,
  visible: listingOf(need) !== 'hidden',
});

/** Whether the caller sees what is not public: the poster's organisation, officers of the area, brokers. */
export const seesPrivate = (ctx: Context, need: Need): boolean =>
  reaches(
    { ...ctx, grants: ctx.grants.filter((grant) => grant.who === 'member' && grant.relation !== 'public') },
    subjectOf(need),
  );

/** @throws NotFound, NotAllowed when the caller may not see it */
export async function visibleNeed(needs: NeedRepository, ctx: Context, id: string): Promise<Need> {
  const need = await needs.find(ctx, id);
  if (!need) throw new NotFound();
  requireReach(ctx, subjectOf(need));
  return need;
}

/** Locks a need for a change. @param ifMatch version the caller has seen, null on routes that take none */
export async function lockedNeed(
  needs: NeedRepository,
  ctx: TransactionContext,
  id: string,
  ifMatch: number | null,
): Promise<Need> {
  const need = await needs.lock(ctx, id);
  if (!need) throw new NotFound();
  requireReach(ctx, subjectOf(need));
  if (ifMatch !== null) requireVersion(ifMatch, need.version);
  return need;
}
