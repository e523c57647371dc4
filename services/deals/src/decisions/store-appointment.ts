import type { AppointmentBody } from '@duijie/contracts';
import type { TransactionContext } from '@duijie/service-kit';
import type { Lot } from '../lots/lot';
import type { Appointment } from './appointment';
import type { DecisionDeps } from './decision-deps';

/** One step of a direct request, for the audit log. */
interface AppointmentStep {
  readonly action: string;
  readonly reason?: string | null;
  readonly data?: Readonly<Record<string, unknown>>;
}

const appointmentBodyOf = (one: Appointment, { demo }: Pick<Lot, 'demo'>, updatedAt: Date): AppointmentBody => ({
  id: one.id,
  version: one.version,
  lotId: one.lotId,
  needId: one.needId,
  needTitle: one.needTitle,
  posterId: one.posterId,
  posterName: one.posterName,
  organisationId: one.organisationId,
  organisationName: one.organisationName,
  packageId: one.packageId,
  state: one.state,
  askedAt: one.askedAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
  demo,
});

/**
 * Writes a direct request with its next version, its audit entry and `appointment.changed.v1`.
 * @param lot of the request, locked
 * @param before as it was locked, null for a new one
 * @param step null where nothing happened that is not in the log already
 * @returns the request as it stands now
 * @throws Conflict `appointment.waiting` for a new one, when another waits already
 */
export const storeAppointment =
  ({ appointments, audit, clock, outbox }: Pick<DecisionDeps, 'appointments' | 'audit' | 'clock' | 'outbox'>) =>
  async (
    ctx: TransactionContext,
    lot: Pick<Lot, 'demo'>,
    before: Appointment | null,
    after: Appointment,
    step: AppointmentStep | null,
  ): Promise<Appointment> => {
    const now: Appointment = { ...after, version: (before?.version ?? 0) + 1 };
    if (before) await appointments.update(ctx, before, now);
    else await appointments.insert(ctx, now);
    const aggregate = { type: 'appointment', id: now.id };
    if (step)
      await audit.record(ctx, {
        ...step,
        aggregate,
        ...(before?.state === now.state ? {} : { from: before?.state ?? null, to: now.state }),
      });
    await outbox.append(ctx, {
      type: 'appointment.changed.v1',
      aggregate,
      sequence: now.version,
      data: appointmentBodyOf(now, lot, clock.now()),
    });
    return now;
  };
