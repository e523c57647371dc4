import { z } from 'zod';
import { onBehalfRecord } from '../audit/on-behalf-record';
import { day, fen, id, instant, line, text, version } from '../primitives';
import { agreementState, agreementStateBody, milestoneState } from '../state/agreement';
import { funding, mode } from '../state/need';
import { agreementPart } from './agreement-terms';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/** What a file of an agreement is: the stamped scan, proof of a delivery or acceptance, of a payment, or else. */
export const agreementFilePurpose = z.enum(['scan', 'delivery', 'acceptance', 'payment', 'other']);
export const agreementFile = z.strictObject({
  id,
  purpose: agreementFilePurpose,
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  addedAt: instant,
});

const sheetScore = z.strictObject({
  criterion: line(60),
  score: z.int().min(0).max(100),
  outOf: z.int().min(1).max(100),
});
/**
 * Acceptance sheet (验收表). For fund projects (专项资金、社区保障资金) the last one needs scores and the supervision committee's
 * members (监督委员会) by name; otherwise everything may be left out.
 */
export const acceptanceInput = z.strictObject({
  note: text(2000).default(''),
  scores: z.array(sheetScore).max(20).default([]),
  /** Names on the sheet; they need no account. */
  supervisors: z.array(line(40)).max(20).default([]),
  /** Overall conclusion (总体结论); of the last acceptance only. */
  conclusion: text(1000, 2).optional(),
});
export const acceptanceSheet = z.strictObject({
  scores: z.array(sheetScore),
  supervisors: z.array(z.string()),
  conclusion: z.string().nullable(),
});
export type AcceptanceSheet = z.infer<typeof acceptanceSheet>;

/** What happened to a milestone, oldest first. */
export const milestoneStep = z.strictObject({
  id,
  kind: z.enum(['delivered', 'accepted', 'sent_back']),
  organisationId: id,
  at: instant,
  /** Of the delivery, or the reasons why it was sent back. */
  note: z.string(),
  fileIds: z.array(id),
  sheet: acceptanceSheet.nullable(),
});
export const agreementMilestone = z.strictObject({
  id,
  title: z.string(),
  dueOn: day.nullable(),
  amountFen: fen.nullable(),
  state: milestoneState,
  /** Whose turn it is while the agreement runs; null once it is accepted. */
  waitsFor: z.enum(['provider', 'poster']).nullable(),
  overdue: z.boolean(),
  steps: z.array(milestoneStep),
});

/** An item to be handed over after a termination (交接清单). */
export const handOverItem = z.strictObject({ id, title: z.string(), done: z.boolean(), doneAt: instant.nullable() });

export const agreementChangeState = z.enum(['proposed', 'agreed', 'refused', 'withdrawn']);
/** A change (变更) proposed by one side; `before` and `after` are whole sets of terms. */
const termsSnapshot = z.strictObject({
  priceFen: fen.nullable(),
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  components: z.array(agreementPart),
  milestones: z.array(
    z.strictObject({ id: id.nullable(), title: z.string(), dueOn: day.nullable(), amountFen: fen.nullable() }),
  ),
});
export type AgreementSnapshot = z.infer<typeof termsSnapshot>;
export const agreementChangeView = z.strictObject({
  id,
  agreementId: id,
  state: agreementChangeState,
  proposedBy: z.enum(['payer', 'provider']),
  organisationId: id,
  reason: z.string(),
  before: termsSnapshot,
  after: termsSnapshot,
  /** What to think of before agreeing, e.g. additions of more than 10 %; nothing of it blocks. */
  remarks: z.array(words),
  proposedAt: instant,
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
  /** Number of the terms that it led to (1 were signed), once agreed. */
  termsNumber: z.int().nullable(),
});

/** What one organisation is to be paid, and was. */
export const agreementPayee = z.strictObject({
  organisationId: id,
  organisationName: z.string(),
  dueFen: fen,
  paidFen: fen,
});
export const agreementPayment = z.strictObject({
  id,
  organisationId: id,
  organisationName: z.string(),
  /** Negative where it reverses an earlier record. */
  amountFen: z.int(),
  paidOn: day,
  note: z.string(),
  fileId: id.nullable(),
  reverses: id.nullable(),
  reversed: z.boolean(),
  recordedAt: instant,
});

/** An agreement (协议) as its parties, the association's brokers and the area's officers see it. */
export const agreementView = agreementStateBody.extend({
  mode,
  funding: funding.nullable(),
  /** `light` is confirmed by one tap a side; `paper` is signed on paper and recorded with its stamped scan. */
  form: z.enum(['light', 'paper']),
  /** Acceptance needs scores and supervisors. */
  fundProject: z.boolean(),
  milestones: z.array(agreementMilestone),
  members: z.array(z.strictObject({ organisationId: id, organisationName: z.string() })),
  confirmed: z.strictObject({ poster: instant.nullable(), provider: instant.nullable() }),
  files: z.array(agreementFile),
  payees: z.array(agreementPayee),
  openChange: agreementChangeView.nullable(),
  termsNumber: z.int().min(0),
  handOver: z.array(handOverItem),
  conclusion: z.string().nullable(),
  /** How the caller stands to it. */
  you: z.enum(['payer', 'provider', 'broker', 'officer']),
});
export type AgreementView = z.infer<typeof agreementView>;

/** An agreement in a list. */
export const agreementSummary = z.strictObject({
  id,
  version,
  needId: id,
  needTitle: z.string(),
  posterId: id,
  posterName: z.string(),
  leadId: id,
  leadName: z.string(),
  state: agreementState,
  priceFen: fen.nullable(),
  paidFen: fen,
  signedOn: day.nullable(),
  endsOn: day.nullable(),
  /** The next milestone that waits for somebody, by due day. */
  next: z
    .strictObject({
      milestoneId: id,
      title: z.string(),
      dueOn: day.nullable(),
      waitsFor: z.enum(['provider', 'poster']),
      overdue: z.boolean(),
    })
    .nullable(),
  updatedAt: instant,
});
export type AgreementSummary = z.infer<typeof agreementSummary>;

/** A milestone that somebody is late with: not delivered by its day, or delivered and not looked at. */
export const overdueMilestone = z.strictObject({
  agreementId: id,
  needTitle: z.string(),
  posterId: id,
  posterName: z.string(),
  leadId: id,
  leadName: z.string(),
  milestoneId: id,
  title: z.string(),
  state: milestoneState,
  waitsFor: z.enum(['provider', 'poster']),
  /** By when that was to be done. */
  since: day,
});

/** One step in the life of an agreement, newest first. */
export const agreementTimelineEntry = z.strictObject({
  at: instant,
  action: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  organisationId: id.nullable(),
  onBehalf: onBehalfRecord.nullable(),
});
