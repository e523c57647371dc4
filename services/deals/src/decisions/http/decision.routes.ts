import { decisionRoutes, type AwardView } from '@duijie/contracts';
import {
  decodeCursor,
  actingForOf,
  bind,
  NotFound,
  pageFrom,
  type BoundRoute,
  type Context,
} from '@duijie/service-kit';
import { responseBodyOf } from '../../responses/response';
import { acceptAppointment, declineAppointment, withdrawAppointment } from '../answer-appointment';
import { appointProvider } from '../appoint-provider';
import { appointmentPage } from '../appointment';
import type { Award } from '../award';
import { addAwardDocument, downloadAwardDocument } from '../award-documents';
import { awardLot } from '../award-lot';
import { cancelAward } from '../cancel-award';
import type { DecisionDeps } from '../decision-deps';
import { foundLot } from '../lot-reach';
import { disqualifyResponse, shortlistResponse } from '../sift-responses';
import { showAwards } from './award.presenter';
import { showLot } from './lot.routes';

/** Decisions: sifting, awards, direct requests, and how much of a package is taken. */
export function decisionRoutesOf(deps: DecisionDeps): BoundRoute[] {
  const { appointments, awards, capacity, lots } = deps;
  const r = decisionRoutes;
  const present = showAwards(deps);
  const show = showLot(deps);
  const shortlist = shortlistResponse(deps);
  const disqualify = disqualifyResponse(deps);
  const award = awardLot(deps);
  const cancel = cancelAward(deps);
  const appoint = appointProvider(deps);
  const addDocument = addAwardDocument(deps);
  const download = downloadAwardDocument(deps);
  const accept = acceptAppointment(deps);
  const decline = declineAppointment(deps);
  const withdraw = withdrawAppointment(deps);
  const one = async (ctx: Context, made: Award): Promise<AwardView> => {
    const [view] = await present(ctx, await foundLot(lots, ctx, made.lotId), [made]);
    if (!view) throw new NotFound();
    return view;
  };
  return [
    bind(r.shortlistResponse, async (ctx, { params, ifMatch }) =>
      responseBodyOf(...(await shortlist(ctx, params.responseId, ifMatch))),
    ),
    bind(r.disqualifyResponse, async (ctx, { params, ifMatch, body }) =>
      responseBodyOf(...(await disqualify(ctx, params.responseId, ifMatch, body.reason))),
    ),
    bind(r.awardLot, async (ctx, { params, ifMatch, body }) => one(ctx, await award(ctx, params.lotId, ifMatch, body))),
    bind(r.cancelAward, async (ctx, { params, ifMatch, body }) =>
      show(ctx, await cancel(ctx, params.lotId, ifMatch, body.reason)),
    ),
    bind(r.listAwards, async (ctx, { params, query }) => {
      const lot = await foundLot(lots, ctx, params.lotId);
      const before = query.cursor === undefined ? null : decodeCursor(query.cursor, ['id'])[0];
      const rows = await awards.page(ctx, lot.id, before, query.limit + 1);
      const { items, nextCursor } = pageFrom(rows, query.limit, ({ id }) => [id]);
      return { items: await present(ctx, lot, items), nextCursor };
    }),
    bind(r.appointProvider, async (ctx, { params, ifMatch, body }) => {
      const done = await appoint(ctx, params.lotId, ifMatch, body);
      const outcome = done.award
        ? ('awarded' as const)
        : done.appointment
          ? ('waits_for_provider' as const)
          : ('waits_for_clearance' as const);
      return {
        version: done.lot.version,
        lotId: done.lot.id,
        outcome,
        appointment: done.appointment && appointmentPage(done.appointment),
        award: done.award && (await one(ctx, done.award)),
        findings: done.award ? [] : (done.response?.findings ?? []).map(({ words }) => words),
      };
    }),
    bind(r.addAwardDocument, async (ctx, { params, body, file }) => {
      if (!file) throw new Error('an upload route without a file');
      return one(ctx, await addDocument(ctx, params.awardId, file, body.title));
    }),
    bind(r.downloadAwardDocument, (ctx, { params }) => download(ctx, params.awardId, params.documentId)),
    bind(r.listAppointments, async (ctx, { query }) => {
      const { organisationId } = actingForOf(ctx);
      const all = ctx.grants.some(({ relation }) => relation === 'any');
      const filter = { side: all ? ('all' as const) : query.side, organisationId, state: query.state };
      const { items, nextCursor } = await appointments.list(ctx, filter, query);
      return { items: items.map(appointmentPage), nextCursor };
    }),
    bind(r.acceptAppointment, async (ctx, { params, ifMatch, body }) =>
      appointmentPage(await accept(ctx, params.appointmentId, ifMatch, body.packageId)),
    ),
    bind(r.declineAppointment, async (ctx, { params, ifMatch, body }) =>
      appointmentPage(await decline(ctx, params.appointmentId, ifMatch, body.reason)),
    ),
    bind(r.withdrawAppointment, async (ctx, { params, ifMatch }) =>
      appointmentPage(await withdraw(ctx, params.appointmentId, ifMatch)),
    ),
    bind(r.getPackageCapacity, async (ctx, { params }) => {
      const found = await capacity.of(ctx, params.packageId);
      if (!found) throw new NotFound();
      const { packageId, version, used, capacity: most } = found;
      return { packageId, version, used, capacity: most, free: Math.max(0, most - used) };
    }),
  ];
}
