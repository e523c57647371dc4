import { NotFound, reaches, type Context } from '@duijie/service-kit';
import type { Lot } from '../../lots/lot';
import type { LotResponse } from '../response';
import type { ResponseDeps } from '../response-deps';

/** The organisation that the caller acts for, if any. */
export const actingIdOf = (ctx: Context): string | null =>
  ctx.actor.type === 'person' ? (ctx.actor.actingFor?.organisationId ?? null) : null;

/**
 * Whether the caller sees all of a lot's responses that others may know of: its poster, brokers, officers of the area; but
 * none of them whose organisation competes there itself.
 */
export async function seesOthers(deps: ResponseDeps, ctx: Context, lot: Lot, attempt: number): Promise<boolean> {
  const acting = actingIdOf(ctx);
  if (acting !== null && (await deps.responses.competes(ctx, lot.id, attempt, acting))) return false;
  const { organisationId, district, subdistrict } = lot;
  return reaches(ctx, { organisationId, district, subdistrict, visible: false });
}

/** @throws NotFound when the caller may not know of it */
export async function visibleResponse(
  deps: ResponseDeps,
  ctx: Context,
  responseId: string,
): Promise<readonly [LotResponse, Lot]> {
  const response = await deps.responses.find(ctx, responseId);
  const lot = response && (await deps.lots.find(ctx, response.lotId));
  if (!lot) throw new NotFound();
  const acting = actingIdOf(ctx);
  // Whoever declined to join knows no more of it than anybody else.
  const isParty = response.parties.some((each) => each.organisationId === acting && each.standing !== 'declined');
  if (isParty || (response.disclosed && (await seesOthers(deps, ctx, lot, response.attempt)))) return [response, lot];
  throw new NotFound();
}
