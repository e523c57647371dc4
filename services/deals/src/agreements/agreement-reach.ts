import type { AgreementView } from '@duijie/contracts';
import {
  NotAllowed,
  NotFound,
  reaches,
  requireVersion,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import type { LotRepository } from '../lots/persistence/lot.repository';
import type { Agreement } from './agreement';
import type { AgreementRepository } from './persistence/agreement.repository';

/** How a caller stands to an agreement. */
export type Side = AgreementView['you'];

type Parties = Pick<Agreement, 'posterId' | 'memberIds' | 'district' | 'subdistrict' | 'termsNumber'>;

/** @returns how the caller stands to it, null where it is not to be seen: for officers, before it is signed */
export function sideOf(ctx: Context, one: Parties): Side | null {
  const { actor } = ctx;
  const acting = actor.type === 'person' ? actor.actingFor : null;
  if (!acting) return null;
  if (acting.organisationId === one.posterId) return 'payer';
  if (one.memberIds.includes(acting.organisationId)) return 'provider';
  if (acting.kind === 'association' && (acting.role === 'broker' || acting.role === 'administrator')) return 'broker';
  const { district, subdistrict } = one;
  const area = { ...ctx, grants: ctx.grants.filter(({ relation }) => relation === 'area') };
  return one.termsNumber > 0 && reaches(area, { district, subdistrict, visible: false }) ? 'officer' : null;
}

/** @throws NotFound where it is not to be seen, NotAllowed where it is but the caller stands otherwise */
export function requireSide<const S extends Side>(ctx: Context, one: Parties, sides: readonly S[]): S {
  const side = sideOf(ctx, one);
  if (side === null) throw new NotFound();
  const found = sides.find((each) => each === side);
  if (found === undefined) throw new NotAllowed();
  return found;
}

/** @returns an agreement that the caller may see, and how the caller stands to it @throws NotFound */
export async function reachedAgreement(
  agreements: AgreementRepository,
  ctx: Context,
  id: string,
): Promise<readonly [Agreement, Side]> {
  const one = await agreements.find(ctx, id);
  const side = one && sideOf(ctx, one);
  if (!one || !side) throw new NotFound();
  return [one, side];
}

/** Locks an agreement for a change. @param ifMatch version the caller has seen, null on routes that take none */
export async function lockedAgreement<const S extends Side>(
  agreements: AgreementRepository,
  ctx: TransactionContext,
  id: string,
  ifMatch: number | null,
  sides: readonly S[],
): Promise<readonly [Agreement, S]> {
  const one = await agreements.lock(ctx, id);
  if (!one) throw new NotFound();
  const side = requireSide(ctx, one, sides);
  if (ifMatch !== null) requireVersion(ifMatch, one.version);
  return [one, side];
}

/**
 * Locks the lots of its need first, which share its money, in the order of their ids; then the agreement.
 * @returns its own lot, the agreement, and how the caller stands to it
 */
export async function lockedWithLots<const S extends Side>(
  deps: { readonly agreements: AgreementRepository; readonly lots: LotRepository },
  ctx: TransactionContext,
  id: string,
  ifMatch: number | null,
  sides: readonly S[],
): Promise<readonly [Lot, Agreement, S]> {
  const of = await deps.agreements.placeOf(ctx, id);
  const lot = of && (await deps.lots.lockOfNeed(ctx, of.needId)).find((each) => each.id === of.lotId);
  if (!lot) throw new NotFound();
  const [one, side] = await lockedAgreement(deps.agreements, ctx, id, ifMatch, sides);
  return [lot, one, side];
}
