import { z } from 'zod';
import { fen, id, instant, line, version } from '../primitives';
import { appointmentState } from '../state/appointment';
import { awardBody } from '../state/lot';
import { conflictOutcome, responseState } from '../state/response';

const words = z.strictObject({ zh: z.string(), en: z.string() });

/**
 * Scores of a decision by criteria (综合评分). Weights are integers that sum to 100; each response that may be chosen gets
 * one score a criterion, 0–100, in the order of the criteria.
 */
export const scoring = z.strictObject({
  criteria: z
    .array(z.strictObject({ name: line(60), weight: z.int().min(1).max(100) }))
    .min(1)
    .max(20),
  scores: z
    .array(z.strictObject({ responseId: id, scores: z.array(z.int().min(0).max(100)).max(20) }))
    .min(1)
    .max(200),
});
export type Scoring = z.infer<typeof scoring>;

/** A response's place in a decision. */
export const rankedResponse = z.strictObject({
  responseId: id,
  organisationId: id,
  organisationName: z.string(),
  /** 1 is the first; null where the rule ranks nobody (free choice). */
  rank: z.int().min(1).nullable(),
  priceFen: fen.nullable(),
  /** Weighted total of the scores, 0–10,000; null without scores. */
  total: z.int().min(0).max(10_000).nullable(),
});
export type RankedResponse = z.infer<typeof rankedResponse>;

/** Why something cannot be decided yet, in words, and by a code. */
export const decisionBlocker = z.strictObject({ code: z.string(), zh: z.string(), en: z.string() });
export type DecisionBlocker = z.infer<typeof decisionBlocker>;

/** One response on the decision sheet. `whyNot` is empty when it may be chosen. */
export const decisionCandidate = rankedResponse.extend({
  version,
  state: responseState,
  conflict: conflictOutcome,
  packageId: id.nullable(),
  submittedAt: instant,
  whyNot: z.array(decisionBlocker),
});
export type DecisionCandidate = z.infer<typeof decisionCandidate>;

/**
 * What the poster decides from: responses in the order that the rule gives, whom it proposes (the first, or after a
 * winner has fallen the next in rank), and what stands in the way. Sealed responses stand here once they are opened.
 */
export const decisionSheet = z.strictObject({
  /** Version of the lot. */
  version,
  lotId: id,
  evaluation: z.enum(['none', 'first_come', 'choice', 'price', 'scored']),
  responseCount: z.int().min(0),
  leastResponses: z.int().min(0),
  candidates: z.array(decisionCandidate),
  proposedResponseId: id.nullable(),
  blockers: z.array(decisionBlocker),
});
export type DecisionSheet = z.infer<typeof decisionSheet>;

/** How an award came about: from responses, by appointment in an emergency or directly, or decided elsewhere. */
export const awardKind = z.enum(['responses', 'direct', 'emergency', 'recorded']);
export type AwardKind = z.infer<typeof awardKind>;

export const awardDocument = z.strictObject({
  id,
  title: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  addedAt: instant,
});

/** A decision (确定承接方) with how it came about. */
export const awardView = awardBody.extend({
  version,
  lotId: id,
  needId: id,
  attempt: z.int().min(1),
  kind: awardKind,
  packageVersion: version.nullable(),
  effectiveAt: instant.nullable(),
  cancelled: z.strictObject({ at: instant, because: z.string() }).nullable(),
  /** Number, platform or place of the document that a recorded or emergency decision rests on. */
  documentNote: z.string().nullable(),
  documents: z.array(awardDocument),
  /** For the poster, brokers and officers of the area; others see null. */
  ranking: z.array(rankedResponse).nullable(),
  scoring: scoring.nullable(),
});
export type AwardView = z.infer<typeof awardView>;

/** A direct request (直接对接) to one provider that both sides know; accepted by one tap, it becomes the award. */
export const appointmentView = z.strictObject({
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
  amountFen: fen.nullable(),
  reason: z.string(),
  state: appointmentState,
  /** Of the provider, when it declined. */
  answer: z.string().nullable(),
  /** After acceptance; with a response and without an award, a flag of the conflict wall waits for a broker. */
  responseId: id.nullable(),
  awardId: id.nullable(),
  askedAt: instant,
  answeredAt: instant.nullable(),
});
export type AppointmentView = z.infer<typeof appointmentView>;

/** What became of an appointment: a request that waits, an award, or a response that waits for a broker's clearance. */
export const appointmentOutcome = z.strictObject({
  /** Version of the lot. */
  version,
  lotId: id,
  outcome: z.enum(['waits_for_provider', 'awarded', 'waits_for_clearance']),
  appointment: appointmentView.nullable(),
  award: awardView.nullable(),
  /** Why a broker is asked first. */
  findings: z.array(words),
});
