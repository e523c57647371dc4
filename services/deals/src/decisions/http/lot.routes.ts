import { decisionRoutes, type LotSummary, type LotView, type Page } from '@duijie/contracts';
import { actingForOf, bind, NotFound, requireReach, type BoundRoute, type Context } from '@duijie/service-kit';
import type { Lot } from '../../lots/lot';
import { isRival } from '../../responses/is-rival';
import type { DecisionDeps } from '../decision-deps';
import { decisionSheetOf } from '../decision-sheet';
import { failLot } from '../fail-lot';
import { foundLot, lotSubject } from '../lot-reach';
import { concernsYou } from '../unbiased';
import type { LotScope } from '../persistence/lot-lists.read-model';
import { lotLine, lotPage } from './lot.presenter';

/** What a caller's own list shows: all for brokers, an officer's area, else one's own needs. */
function scopeOf(ctx: Context): LotScope {
  if (ctx.grants.some(({ relation }) => relation === 'any')) return { of: 'area', district: null, subdistrict: null };
  const { organisationId, district, subdistrict } = actingForOf(ctx);
  if (ctx.grants.some(({ relation }) => relation === 'area')) return { of: 'area', district, subdistrict };
  return { of: 'poster', organisationId };
}

/** Shows one lot with its need, for the caller's eyes. */
export const showLot =
  ({ appointments, clock, copies }: Pick<DecisionDeps, 'appointments' | 'clock' | 'copies'>) =>
  async (ctx: Context, lot: Lot): Promise<LotView> => {
    const need = await copies.need(ctx, lot.needId);
    if (!need) throw new NotFound();
    return lotPage(ctx, lot, need, clock.now(), (await appointments.waiting(ctx, [lot.id])).has(lot.id));
  };

/** Lots, their decision sheets, and the end without a result. */
export function lotRoutes(deps: DecisionDeps): BoundRoute[] {
  const { appointments, clock, lists, lots } = deps;
  const r = decisionRoutes;
  const show = showLot(deps);
  const fail = failLot(deps);
  const sheet = decisionSheetOf(deps);
  const lines = async (ctx: Context, { items, nextCursor }: Page<Lot>) => {
    const asked = await appointments.waiting(
      ctx,
      items.map(({ id }) => id),
    );
    const line = (lot: Lot): LotSummary => lotLine(lot, clock.now(), asked.has(lot.id));
    return { items: items.map(line), nextCursor };
  };
  return [
    bind(r.listLots, async (ctx, { query }) => lines(ctx, await lists.page(ctx, scopeOf(ctx), query.state, query))),
    bind(r.listLotsOfNeed, async (ctx, { params, query }) =>
      lines(ctx, await lists.page(ctx, { of: 'need', needId: params.needId }, undefined, query)),
    ),
    bind(r.getLot, async (ctx, { params }) => show(ctx, await foundLot(lots, ctx, params.lotId))),
    bind(r.getDecisionSheet, async (ctx, { params }) => {
      const lot = await foundLot(lots, ctx, params.lotId);
      requireReach(ctx, lotSubject(lot));
      if (await isRival(deps.responses, ctx, lot.id)) throw concernsYou();
      return sheet(ctx, lot);
    }),
    bind(r.failLot, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await fail(ctx, params.lotId, ifMatch, body.reason)),
    ),
  ];
}
