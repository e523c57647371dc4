import {
  actingIdOf,
  Conflict,
  NotFound,
  requireReach,
  requireVersion,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { wrongLotState } from '../lots/next-lot-state';
import { bound } from './find-conflict';
import type { LotResponse } from './response';
import type { ResponseDeps } from './response-deps';

export const tooLate = (): Conflict =>
  new Conflict('response.too-late', { zh: '已过截止时间', en: 'The deadline has passed' });

/**
 * Requires that a lot takes responses now. Its row must be locked: the time is the database server's, asked after the
 * lock, so that whatever is taken is in before the opening, which waits for the same lock.
 * @returns the time at which it is taken
 * @throws Conflict `lot.wrong-state`, `response.too-late`
 */
export async function requireOpen(deps: Pick<ResponseDeps, 'serverTime'>, ctx: TransactionContext, lot: Lot) {
  if (lot.state !== 'open') throw wrongLotState(lot.state, lot.mode);
  const now = await deps.serverTime(ctx);
  if (lot.responsesDueAt !== null && now >= lot.responsesDueAt) throw tooLate();
  return now;
}

/**
 * Locks a response and its lot for its leader, or for whom `whose` says.
 * @param ifMatch version the caller has seen, null on routes that take none
 * @throws NotFound when it is none of the caller's; NotAllowed for a member where only the leader may
 */
export async function lockedResponse(
  deps: Pick<ResponseDeps, 'lots' | 'responses'>,
  ctx: TransactionContext,
  responseId: string,
  ifMatch: number | null,
  whose: 'leader' | 'party' | 'any' = 'leader',
): Promise<readonly [Lot, LotResponse]> {
  const seen = await deps.responses.find(ctx, responseId);
  const lot = seen && (await deps.lots.lock(ctx, seen.lotId));
  const response = lot && (await deps.responses.lock(ctx, responseId));
  if (!lot || !response) throw new NotFound();
  const acting = actingIdOf(ctx);
  const isParty = response.parties.some(({ organisationId }) => organisationId === acting);
  if (whose === 'leader')
    requireReach(ctx, { organisationId: response.organisationId, visible: acting !== null && isParty });
  else if (whose === 'party') requireReach(ctx, { organisationId: isParty ? (acting ?? null) : null, visible: false });
  if (ifMatch !== null) requireVersion(ifMatch, response.version);
  return [lot, response];
}

/** Whether everybody who was asked has confirmed. */
export const isComplete = (response: LotResponse): boolean => bound(response).length === response.parties.length;
