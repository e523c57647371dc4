import { z } from 'zod';
import { id, instant, version } from '../primitives';

/**
 * Who brokers for an association, and who is away, as `staff.changed.v1` carries it. The aggregate is the association; the
 * version is of its staff, not of its own entry.
 */
export const staffStateBody = z.strictObject({
  organisationId: id,
  version,
  /** In the order of joining; who is not among them no longer brokers. */
  members: z.array(z.strictObject({ personId: id, name: z.string(), role: z.enum(['broker', 'administrator']) })),
  /** Absences that have not ended: between the two moments the deputy takes the absent one's place. */
  absences: z.array(z.strictObject({ absentId: id, deputyId: id, from: instant, until: instant })),
});
export type StaffBody = z.infer<typeof staffStateBody>;
