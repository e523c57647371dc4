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
const subjectOf = (need: Need): Subject => ({
  organisationId: need.organisationId,
  district: need.place.district,
  subdistrict: need.place.subdistrict,
  visible: listingOf(need) !== 'hidden',
});

/** A draft is nobody else's, and neither is one that was withdrawn without ever having been published. */
const isPosterOnly = ({ state, publishedAt }: Need): boolean =>
  state === 'draft' || (state === 'withdrawn' && publishedAt === null);

/** The caller with only what counts for this need. */
const facing = (ctx: Context, need: Need): Context =>
  isPosterOnly(need) ? { ...ctx, grants: ctx.grants.filter((grant) => grant.relation === 'own') } : ctx;

/** Whether the caller sees what is not public: the poster's organisation, officers of the area, brokers. */
export function seesPrivate(ctx: Context, need: Need): boolean {
  const { grants } = facing(ctx, need);
  const inner = grants.filter((grant) => grant.who === 'member' && grant.relation !== 'public');
  return reaches({ ...ctx, grants: inner }, subjectOf(need));
}

/** @throws NotFound, NotAllowed when the caller may not see it */
export async function visibleNeed(needs: NeedRepository, ctx: Context, id: string): Promise<Need> {
  const need = await needs.find(ctx, id);
  if (!need) throw new NotFound();
  requireReach(facing(ctx, need), subjectOf(need));
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
  requireReach(facing(ctx, need), subjectOf(need));
  if (ifMatch !== null) requireVersion(ifMatch, need.version);
  return need;
}
