import { z } from 'zod';
import { id, instant, version } from '../primitives';

/** `waiting` for the provider's tap; `lapsed` the lot went another way. */
export const appointmentStates = ['waiting', 'accepted', 'declined', 'withdrawn', 'lapsed'] as const;
export const appointmentState = z.enum(appointmentStates);
export type AppointmentState = z.infer<typeof appointmentState>;

/**
 * State of a direct request (直接对接邀约) to one provider that both sides know, without what was offered. Its reason and its
 * answer stay between the two.
 */
export const appointmentStateBody = z.strictObject({
  id,
  version,
  lotId: id,
  needId: id,
  needTitle: z.string(),
  posterId: id,
  posterName: z.string(),
  organisationId: id,
  organisationName: z.string(),
  packageId: id.nullable(),
  state: appointmentState,
  askedAt: instant,
  updatedAt: instant,
  demo: z.boolean(),
});
export type AppointmentBody = z.infer<typeof appointmentStateBody>;
