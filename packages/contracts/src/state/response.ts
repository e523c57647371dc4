import { z } from 'zod';
import { id, instant, version } from '../primitives';

export const responseStates = [
  'draft',
  'submitted',
  'opened',
  'shortlisted',
  'awarded',
  'rejected',
  'withdrawn',
  'disqualified',
] as const;
export const responseState = z.enum(responseStates);
export type ResponseState = z.infer<typeof responseState>;

/** `flagged` waits for a broker's recorded decision: `cleared` or `refused`. A blocked response is never taken. */
export const conflictOutcome = z.enum(['clear', 'flagged', 'cleared', 'refused']);
export type ConflictOutcome = z.infer<typeof conflictOutcome>;

/**
 * Who responded to what, without what was offered. Published when a response is submitted; of a sealed one only once it
 * is opened, since before that not even its sender may be known. Never published of a draft.
 */
export const responseStateBody = z.strictObject({
  id,
  version,
  lotId: id,
  needId: id,
  attempt: z.int().min(1),
  /** Of the need, as it stood when this was written. */
  needVersion: version.optional(),
  state: responseState,
  /** Of the need. */
  posterId: id,
  needTitle: z.string(),
  organisationId: id,
  organisationName: z.string(),
  packageId: id.nullable(),
  packageVersion: version.nullable(),
  /** Of a consortium, the leader left out. */
  members: z.array(z.strictObject({ organisationId: id, organisationName: z.string(), confirmed: z.boolean() })),
  conflict: conflictOutcome,
  submittedAt: instant.nullable(),
  updatedAt: instant,
  demo: z.boolean(),
});
export type ResponseBody = z.infer<typeof responseStateBody>;
