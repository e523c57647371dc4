import { z } from 'zod';
import { day, id, instant, text } from '../primitives';
import { providerRecordBody, reviewStateBody } from '../state/agreement';

const stars = z.int().min(1).max(5);
/** What may be rated apart, each left out at will: quality 质量, timeliness 及时, communication 沟通, cost 性价比. */
export const reviewAspects = z.strictObject({
  quality: stars.optional(),
  timeliness: stars.optional(),
  communication: stars.optional(),
  cost: stars.optional(),
});
export const reviewInput = z.strictObject({
  rating: stars,
  text: text(2000).default(''),
  aspects: reviewAspects.default({}),
});
/** A rating of a provider as everybody sees it. */
export const reviewView = reviewStateBody.extend({
  aboutOrganisationName: z.string(),
  aspects: reviewAspects,
  /** What the provider said to it, once. */
  reply: z.strictObject({ text: z.string(), at: instant }).nullable(),
  /** Until then its author may change it. */
  changeableUntil: instant,
});
export type ReviewView = z.infer<typeof reviewView>;

/** What a provider says of who paid: `paidOnTime` and `cooperation` 1–5. For the association only. */
export const payerReviewInput = z.strictObject({
  paidOnTime: stars.nullable().default(null),
  cooperation: stars,
  text: text(2000).default(''),
});
export const payerReviewView = z.strictObject({
  id,
  version: z.int().min(1),
  agreementId: id,
  needTitle: z.string(),
  byOrganisationId: id,
  byOrganisationName: z.string(),
  aboutOrganisationId: id,
  aboutOrganisationName: z.string(),
  paidOnTime: stars.nullable(),
  cooperation: stars,
  text: z.string(),
  at: instant,
  changeableUntil: instant,
});
export type PayerReviewView = z.infer<typeof payerReviewView>;

/** How means are worked out: `priorWeight` ratings of `priorMean` are added; a rating counts half after each half-life. */
export const recordMethod = z.strictObject({
  priorMean: z.number(),
  priorWeight: z.number(),
  halfLifeDays: z.int(),
  words: z.strictObject({ zh: z.string(), en: z.string() }),
});
/** Record of a provider here; `version` 0 before anything happened. */
export const providerRecordView = providerRecordBody.omit({ version: true }).extend({
  version: z.int().min(0),
  asOf: day,
  method: recordMethod,
  /** The latest, five at most. */
  latestReviews: z.array(reviewView),
});
