import { z } from 'zod';
import { id, instant } from '../primitives';
import { lotStateBody } from '../state/lot';
import { needStateBody, needTerms } from '../state/need';

/**
 * What happens next to a lot, and who does it: `respond` providers; `decide` the poster; `confirm` the provider who was
 * asked directly; `wait_notice` nobody, until `at`; `decide_objection` a broker or officer; `agree` both sides;
 * `deliver` the provider; `publish_again` the poster.
 */
export const lotStepCode = z.enum([
  'wait_opening',
  'respond',
  'wait_deadline',
  'decide',
  'confirm',
  'wait_notice',
  'decide_objection',
  'agree',
  'deliver',
  'publish_again',
  'none',
]);
export const lotNextStep = z.strictObject({
  code: lotStepCode,
  by: z.enum(['poster', 'provider', 'both', 'broker', 'nobody']),
  /** Until when, or when it happens by itself; null without a term. */
  at: instant.nullable(),
  zh: z.string(),
  en: z.string(),
});
export type LotNextStep = z.infer<typeof lotNextStep>;

/** A lot (标段) in a list. */
export const lotSummary = lotStateBody.extend({
  district: z.string(),
  subdistrict: z.string().nullable(),
  nextStep: lotNextStep,
});
export type LotSummary = z.infer<typeof lotSummary>;

/** A lot with the terms it is decided by, and what of its need matters for deciding. All of it is public but who stands at its wall. */
export const lotView = lotSummary.extend({
  terms: needTerms,
  publishedAt: instant,
  openedAt: instant.nullable(),
  need: needStateBody
    .pick({
      place: true,
      money: true,
      funding: true,
      window: true,
      urgency: true,
      eligibleKinds: true,
      requiredQualifications: true,
    })
    .extend({
      missingBases: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
      /**
       * Associations that drafted or screened it: another body brokers their packages and decides objections. For its
       * poster, brokers and officers of the area; others see null.
       */
      flaggedOrganisationIds: z.array(id).nullable(),
    }),
  /** How the caller stands to it; null for everybody else. */
  you: z.enum(['poster', 'winner', 'officer', 'broker']).nullable(),
});
export type LotView = z.infer<typeof lotView>;
