import type { TransactionContext } from '@duijie/service-kit';
import type { OnLotEnded } from '../lots/follow-need';
import type { DecisionDeps } from './decision-deps';

type EndDeps = Pick<DecisionDeps, 'appointments' | 'awards' | 'audit' | 'capacity' | 'clock'>;

/** A direct request to a lot that went another way waits no longer. */
export const endRequests =
  ({ appointments, audit, clock }: EndDeps) =>
  async (ctx: TransactionContext, lotId: string): Promise<void> => {
    const asked = await appointments.lockWaiting(ctx, lotId);
    if (!asked) return;
    await appointments.update(ctx, asked, { ...asked, state: 'lapsed', answeredAt: clock.now() });
    await audit.record(ctx, {
      action: 'appointment.lapsed',
      aggregate: { type: 'appointment', id: asked.id },
      from: asked.state,
      to: 'lapsed',
    });
  };

/**
 * What decisions left behind of a lot that is closed or begins anew: a request that waits lapses, and the award of an
 * agreement that was terminated no longer holds the lot.
 */
export const endLot =
  (deps: EndDeps): OnLotEnded =>
  async (ctx, lot) => {
    await endRequests(deps)(ctx, lot.id);
    const award = await deps.awards.lockOfLot(ctx, lot.id);
    if (!award) return;
    await deps.awards.update(ctx, award, { ...award, endedAt: deps.clock.now() });
    await deps.audit.record(ctx, { action: 'award.ended', aggregate: { type: 'award', id: award.id } });
    await deps.capacity.freeCapacity(ctx, award.id);
  };
