import type { LotView } from '@duijie/contracts';
import {
  actingIdOf,
  NotFound,
  reaches,
  requireReach,
  requireVersion,
  type Context,
  type Subject,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import type { LotRepository } from '../lots/persistence/lot.repository';

/** How a lot stands to callers: it is public, since it follows from a published need. */
export const lotSubject = (lot: Lot): Subject => ({
  organisationId: lot.organisationId,
  district: lot.district,
  subdistrict: lot.subdistrict,
  visible: true,
});

/** How the caller stands to a lot; null for everybody else. */
export function standingTo(ctx: Context, lot: Lot): LotView['you'] {
  const own = actingIdOf(ctx);
  if (own === null) return null;
  if (own === lot.organisationId) return 'poster';
  const by = (relation: 'any' | 'area') =>
    reaches(
      { ...ctx, grants: ctx.grants.filter((grant) => grant.who === 'member' && grant.relation === relation) },
      lotSubject(lot),
    );
  if (by('any')) return 'broker';
  if (by('area')) return 'officer';
  return lot.award?.organisationId === own ? 'winner' : null;
}

/** @throws NotFound */
export async function foundLot(lots: LotRepository, ctx: Context, lotId: string): Promise<Lot> {
  const lot = await lots.find(ctx, lotId);
  if (!lot) throw new NotFound();
  return lot;
}

/**
 * Locks a lot with the others of its need, which share its money, in the order of their ids.
 * @param ifMatch version of the lot that the caller has seen, null where it names none
 * @throws NotFound, PreconditionFailed
 */
export async function lockedLot(
  lots: LotRepository,
  ctx: TransactionContext,
  lotId: string,
  ifMatch: number | null,
): Promise<Lot> {
  const { needId } = await foundLot(lots, ctx, lotId);
  const lot = (await lots.lockOfNeed(ctx, needId)).find(({ id }) => id === lotId);
  if (!lot) throw new NotFound();
  if (ifMatch !== null) requireVersion(ifMatch, lot.version);
  return lot;
}

/** {@link lockedLot} for whom the route allows. @throws NotAllowed to everybody else */
export async function lockedOwnLot(
  lots: LotRepository,
  ctx: TransactionContext,
  lotId: string,
  ifMatch: number | null,
): Promise<Lot> {
  const lot = await lockedLot(lots, ctx, lotId, null);
  requireReach(ctx, lotSubject(lot));
  if (ifMatch !== null) requireVersion(ifMatch, lot.version);
  return lot;
}
