import type { AppointmentState, AppointmentView } from '@duijie/contracts';

/** A direct request to one provider as deals keeps it. */
export interface Appointment {
  readonly id: string;
  readonly version: number;
  readonly lotId: string;
  readonly needId: string;
  readonly needTitle: string;
  readonly posterId: string;
  readonly posterName: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly packageId: string | null;
  readonly amountFen: number | null;
  readonly reason: string;
  readonly state: AppointmentState;
  readonly answer: string | null;
  readonly responseId: string | null;
  readonly awardId: string | null;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
}

/** A direct request as both sides see it. */
export const appointmentPage = (one: Appointment): AppointmentView => ({
  ...one,
  askedAt: one.askedAt.toISOString(),
  answeredAt: one.answeredAt?.toISOString() ?? null,
});
