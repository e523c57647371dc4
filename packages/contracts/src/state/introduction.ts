import { z } from 'zod';
import { id, instant, version } from '../primitives';

/** `shortlisted` is kept for the broker or poster; `introduced` waits for an answer. */
export const introductionStates = ['shortlisted', 'introduced', 'interested', 'declined', 'withdrawn'] as const;
export const introductionState = z.enum(introductionStates);
export type IntroductionState = z.infer<typeof introductionState>;

/**
 * State of an introduction (推介) of one provider to one need. Deals lets those introduced respond where a mode asks for
 * an invitation; `clearance` is a broker's recorded decision on a flag of the conflict wall, so that nobody decides twice.
 */
export const introductionStateBody = z.strictObject({
  id,
  version,
  needId: id,
  needTitle: z.string(),
  posterId: id,
  organisationId: id,
  organisationName: z.string(),
  packageId: id.nullable(),
  packageTitle: z.string().nullable(),
  state: introductionState,
  /** `poster` where both know each other already. */
  by: z.enum(['broker', 'poster']),
  /**
   * The body that brokered it, also where its broker acted in the poster's name: its own offers for the need are flagged.
   * Null where none did; older events do not say.
   */
  brokeringOrganisationId: id.nullable().optional(),
  clearance: z.enum(['clear', 'cleared']),
  answeredAt: instant.nullable(),
  updatedAt: instant,
  demo: z.boolean(),
});
export type IntroductionBody = z.infer<typeof introductionStateBody>;

/** What the matcher found for a published need, published when it changes. The aggregate is the need. */
export const needMatchesBody = z.strictObject({
  needId: id,
  version,
  suggested: z.int().min(0),
  /** Best first, five at most; `score` 0–10,000. */
  best: z
    .array(
      z.strictObject({
        packageId: id,
        packageTitle: z.string(),
        providerId: id,
        providerName: z.string(),
        score: z.int().min(0).max(10_000),
      }),
    )
    .max(5),
  /** Why there is none, in sentences; empty when there is one. */
  whyNone: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
  at: instant,
});
export type NeedMatchesBody = z.infer<typeof needMatchesBody>;
