import { z } from 'zod';
import { day, fen, id, instant, leafCode, version } from '../primitives';

/** `signed` is in delivery. */
export const agreementStates = ['drafted', 'signed', 'completed', 'terminated', 'cancelled'] as const;
export const agreementState = z.enum(agreementStates);
export type AgreementState = z.infer<typeof agreementState>;
export const milestoneStates = ['planned', 'delivered', 'accepted', 'sent_back'] as const;
export const milestoneState = z.enum(milestoneStates);
export type MilestoneState = z.infer<typeof milestoneState>;

/** What everybody may know of an agreement (协议): who does what for whom, for how much, and how far it is. */
export const agreementStateBody = z.strictObject({
  id,
  version,
  needId: id,
  lotId: id,
  awardId: id,
  needTitle: z.string(),
  /** The poster of the need. */
  posterId: id,
  posterName: z.string(),
  leadId: id,
  leadName: z.string(),
  packageId: id.nullable(),
  packageVersion: version.nullable(),
  /** Each is done by and paid to one organisation. */
  components: z.array(z.strictObject({ code: leafCode, organisationId: id, amountFen: fen.nullable() })),
  priceFen: fen.nullable(),
  state: agreementState,
  signedOn: day.nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  milestones: z.array(
    z.strictObject({ id, title: z.string(), dueOn: day.nullable(), state: milestoneState, amountFen: fen.nullable() }),
  ),
  paidFen: fen,
  /** A change that one side proposed and the other has not answered, null where none waits; absent in older events. */
  openChange: z
    .strictObject({ by: z.enum(['payer', 'provider']), at: instant })
    .nullable()
    .optional(),
  /**
   * Whose word about the terms is awaited: who has not confirmed a draft (of one on paper: who records the signing), or who
   * answers a change; null where nothing is; absent in older events.
   */
  waitsFor: z.enum(['poster', 'provider', 'both']).nullable().optional(),
  endedAt: instant.nullable(),
  /** Why it was terminated, else null. */
  because: z.string().nullable(),
  updatedAt: instant,
  demo: z.boolean(),
});
export type AgreementBody = z.infer<typeof agreementStateBody>;

/** A community's rating of a provider; public. What a provider says of a payer is never published. */
export const reviewStateBody = z.strictObject({
  id,
  version,
  agreementId: id,
  needId: id,
  needTitle: z.string(),
  byOrganisationId: id,
  byOrganisationName: z.string(),
  aboutOrganisationId: id,
  leaves: z.array(leafCode),
  rating: z.int().min(1).max(5),
  text: z.string(),
  at: instant,
  demo: z.boolean(),
});
export type ReviewBody = z.infer<typeof reviewStateBody>;

/**
 * Record of a provider by line of service, from reviews and completed agreements here (without the opening balance, which
 * offers keeps). Means are Bayesian and decayed; the aggregate is the provider.
 */
export const providerRecordBody = z.strictObject({
  organisationId: id,
  version,
  lines: z.array(
    z.strictObject({
      leaf: leafCode,
      ratingMean: z.number().min(1).max(5).nullable(),
      ratingCount: z.int().min(0),
      completed: z.int().min(0),
    }),
  ),
  asOf: day,
});
export type ProviderRecord = z.infer<typeof providerRecordBody>;

/** How much of a package's capacity is taken by awards and running agreements; the aggregate is the package. */
export const capacityStateBody = z.strictObject({
  packageId: id,
  version,
  used: z.int().min(0),
  capacity: z.int().min(0),
});
export type CapacityBody = z.infer<typeof capacityStateBody>;

export const objectionStates = ['asked', 'answered', 'formal', 'upheld', 'dismissed', 'withdrawn'] as const;
export const objectionState = z.enum(objectionStates);
/**
 * An objection (异议) to a result. `asked` and `answered` run through a broker, and do not say who asked; they end as
 * `withdrawn` once the result takes effect.
 */
export const objectionStateBody = z.strictObject({
  id,
  version,
  lotId: id,
  needId: id,
  needTitle: z.string(),
  awardId: id,
  posterId: id,
  /** Null while it is not formal. */
  organisationId: id.nullable(),
  organisationName: z.string().nullable(),
  state: objectionState,
  /** When a broker passed the question on to the poster, whose turn it is then; absent in older events. */
  passedAt: instant.nullable().optional(),
  /** When an answer is due, null when none is: not formal, answered or settled. */
  answerDueAt: instant.nullable(),
  updatedAt: instant,
  demo: z.boolean(),
});
export type ObjectionBody = z.infer<typeof objectionStateBody>;
