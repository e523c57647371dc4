import { actingIdOf, NotFound, reaches, type Context } from '@duijie/service-kit';
import type { Lot } from '../../lots/lot';
import { brokerOf, ownMatter } from '../../on-behalf/broker-of';
import { isRival } from '../is-rival';
import type { LotResponse } from '../response';
import type { ResponseDeps } from '../response-deps';

/**
 * Whether the caller sees all of a lot's responses that others may know of: its poster, brokers, officers of the area; but
 * none of them whose organisation competes there itself.
 */
export async function seesOthers(deps: ResponseDeps, ctx: Context, lot: Lot): Promise<boolean> {
  if (await isRival(deps.responses, ctx, lot.id)) return false;
  const { organisationId, district, subdistrict } = lot;
  return reaches(ctx, { organisationId, district, subdistrict, visible: false });
}

/** @throws NotFound when the caller may not know of it, NotAllowed to a broker whose association competes with it */
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
  if (isParty) {
    const broker = brokerOf(ctx);
    const competed = await deps.responses.competed(ctx, [lot.id], broker === null ? [] : [broker]);
    if (competed.size > 0) throw ownMatter();
    return [response, lot];
  }
  if (response.disclosed && (await seesOthers(deps, ctx, lot))) return [response, lot];
  throw new NotFound();
}
