import type { TransactionContext } from '@duijie/service-kit';
import type { OnLotEnded } from '../lots/follow-need';
import type { Lot } from '../lots/lot';
import type { DecisionDeps } from './decision-deps';
import { storeAppointment } from './store-appointment';

type EndDeps = Pick<DecisionDeps, 'appointments' | 'awards' | 'audit' | 'capacity' | 'clock' | 'outbox'>;

/** A direct request to a lot that went another way waits no longer. */
export const endRequests =
  (deps: EndDeps) =>
  async (ctx: TransactionContext, lot: Pick<Lot, 'id' | 'demo'>): Promise<void> => {
    const asked = await deps.appointments.lockWaiting(ctx, lot.id);
    if (!asked) return;
    const lapsed = { ...asked, state: 'lapsed' as const, answeredAt: deps.clock.now() };
    await storeAppointment(deps)(ctx, lot, asked, lapsed, { action: 'appointment.lapsed' });
  };

/**
 * What decisions left behind of a lot that is closed or begins anew: a request that waits lapses, and the award of an
 * agreement that was terminated no longer holds the lot.
 */
export const endLot =
  (deps: EndDeps): OnLotEnded =>
  async (ctx, lot) => {
    await endRequests(deps)(ctx, lot);
    const award = await deps.awards.lockOfLot(ctx, lot.id);
    if (!award) return;
    await deps.awards.update(ctx, award, { ...award, endedAt: deps.clock.now() });
    await deps.audit.record(ctx, { action: 'award.ended', aggregate: { type: 'award', id: award.id } });
    await deps.capacity.freeCapacity(ctx, award.id);
  };
