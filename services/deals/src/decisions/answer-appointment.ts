import {
  Conflict,
  NotFound,
  requireReach,
  requireVersion,
  type Context,
  type TransactionContext,
} from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import { appointeeOf } from './appointee';
import { takeDirectly } from './appoint-provider';
import type { Appointment } from './appointment';
import type { DecisionDeps } from './decision-deps';
import { lockedLot } from './lot-reach';
import { requirePosterStanding } from './require-poster-standing';
import { storeAppointment } from './store-appointment';

/** Locks lot and request for one of its sides. @throws NotFound, NotAllowed, PreconditionFailed, Conflict once answered */
async function lockedWaiting(
  { appointments, lots }: DecisionDeps,
  ctx: TransactionContext,
  appointmentId: string,
  ifMatch: number,
  side: 'organisationId' | 'posterId',
): Promise<readonly [Lot, Appointment]> {
  const seen = await appointments.find(ctx, appointmentId);
  if (!seen) throw new NotFound();
  requireReach(ctx, { organisationId: seen[side], visible: false });
  const lot = await lockedLot(lots, ctx, seen.lotId, null);
  const one = await appointments.lock(ctx, appointmentId);
  if (!one) throw new NotFound();
  requireVersion(ifMatch, one.version);
  if (one.state !== 'waiting')
    throw new Conflict('appointment.answered', {
      zh: '这一邀约已有结果，不能再改',
      en: 'This request has been settled already',
    });
  return [lot, one];
}

const settle = (
  deps: DecisionDeps,
  ctx: TransactionContext,
  lot: Lot,
  one: Appointment,
  facts: Partial<Appointment> & Pick<Appointment, 'state'>,
): Promise<Appointment> =>
  storeAppointment(deps)(
    ctx,
    lot,
    one,
    { ...one, ...facts, answeredAt: deps.clock.now() },
    { action: `appointment.${facts.state}`, reason: facts.answer ?? null },
  );

/**
 * The provider accepts by one tap: its response and the award come about together, unless the conflict wall has a broker
 * asked first.
 */
export const acceptAppointment =
  (deps: DecisionDeps) =>
  (ctx: Context, appointmentId: string, ifMatch: number, packageId: string | null): Promise<Appointment> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, one] = await lockedWaiting(deps, inner, appointmentId, ifMatch, 'organisationId');
      const need = await deps.copies.need(inner, lot.needId);
      if (!need) throw new Error(`Lot ${lot.id} without its need`);
      await requirePosterStanding(deps.copies, inner, lot);
      const chosen = one.packageId ?? packageId;
      const appointee = await appointeeOf(deps, inner, lot, need, { ...one, packageId: chosen });
      // Settled first: an award lets whatever request still waits lapse.
      const accepted = await settle(deps, inner, lot, one, { state: 'accepted', packageId: chosen });
      const { response, award } = await takeDirectly(deps)(inner, lot, need, appointee, {
        kind: 'direct',
        reason: one.reason,
        documentNote: null,
      });
      const done = { ...accepted, responseId: response.id, awardId: award?.id ?? null };
      return storeAppointment(deps)(inner, lot, accepted, done, null);
    });

export const declineAppointment =
  (deps: DecisionDeps) =>
  (ctx: Context, appointmentId: string, ifMatch: number, reason: string | undefined): Promise<Appointment> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, one] = await lockedWaiting(deps, inner, appointmentId, ifMatch, 'organisationId');
      return settle(deps, inner, lot, one, { state: 'declined', answer: reason ?? null });
    });

export const withdrawAppointment =
  (deps: DecisionDeps) =>
  (ctx: Context, appointmentId: string, ifMatch: number): Promise<Appointment> =>
    deps.database.run(ctx, async (inner) => {
      const [lot, one] = await lockedWaiting(deps, inner, appointmentId, ifMatch, 'posterId');
      return settle(deps, inner, lot, one, { state: 'withdrawn' });
    });
