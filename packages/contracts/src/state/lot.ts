import { z } from 'zod';
import { fen, id, instant, leafCode, version } from '../primitives';
import { mode } from './need';

/**
 * `upcoming` published, not open yet; `open` takes responses; `given_back` its agreement was terminated;
 * `closed` its need was withdrawn, returned, referred or merged.
 */
export const lotStates = [
  'upcoming',
  'open',
  'deciding',
  'awarded',
  'in_delivery',
  'completed',
  'failed',
  'given_back',
  'closed',
] as const;
export const lotState = z.enum(lotStates);
export type LotState = z.infer<typeof lotState>;

/** `notice` the result is posted (结果公示期); `objected` an objection is formal; `effective`; `cancelled` upheld or fallen. */
export const awardState = z.enum(['notice', 'objected', 'effective', 'cancelled']);
export type AwardState = z.infer<typeof awardState>;

/** Public result of a decision (确定承接方). */
export const awardBody = z.strictObject({
  id,
  responseId: id.nullable(),
  organisationId: id,
  organisationName: z.string(),
  packageId: id.nullable(),
  amountFen: fen.nullable(),
  reason: z.string(),
  decidedAt: instant,
  /** Public notice of the result runs until then; null without a contest. */
  noticeUntil: instant.nullable(),
  state: awardState,
});
export type AwardBody = z.infer<typeof awardBody>;

/** State of one lot of a need on its way from opening to completion, as deals publishes it. The aggregate is the lot. */
export const lotStateBody = z.strictObject({
  id,
  version,
  needId: id,
  /** Version of the need that this state follows from. */
  needVersion: version,
  needTitle: z.string(),
  /** The poster of the need. */
  organisationId: id,
  organisationName: z.string(),
  title: z.string(),
  components: z.array(leafCode),
  mode,
  sealed: z.boolean(),
  state: lotState,
  /** 1 at first, one more each time that the lot is opened again. */
  attempt: z.int().min(1),
  responsesDueAt: instant.nullable(),
  /** Submitted and not withdrawn; the only thing known of sealed ones before they are opened. */
  responseCount: z.int().min(0),
  award: awardBody.nullable(),
  agreementId: id.nullable(),
  /** Why it failed, was given back or closed, for people; else null. */
  because: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
  updatedAt: instant,
  demo: z.boolean(),
});
export type LotBody = z.infer<typeof lotStateBody>;
