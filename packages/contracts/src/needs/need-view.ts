import { z } from 'zod';
import { onBehalfRecord } from '../audit/on-behalf-record';
import { id, instant, line, version } from '../primitives';
import { lotStateBody } from '../state/lot';
import { funding, needStateBody, needTerms } from '../state/need';
import {
  budgetLine,
  decisionBasis,
  decisionBasisKind,
  needContact,
  openMoneyModel,
  ownContribution,
} from './need-input';

export const needAttachment = z.strictObject({
  id,
  title: line(120),
  fileName: z.string(),
  mediaType: z.string(),
  size: z.int(),
  /** Shown to the poster, officers of the area and brokers only. */
  private: z.boolean(),
  addedAt: instant,
});
export type NeedAttachment = z.infer<typeof needAttachment>;

/** Why an organisation stands behind the conflict wall of a need. */
export const needExclusion = z.strictObject({
  organisationId: id,
  because: z.enum(['drafted', 'screened', 'added']),
  /** `excluded` may not supply; `flagged` an association, whose package gets no bonus and bears a label. */
  effect: z.enum(['excluded', 'flagged']),
  reason: z.string().nullable(),
});
export type NeedExclusion = z.infer<typeof needExclusion>;

/** A decision basis that a rule asks for, and whether it is there. */
export const askedBasis = z.strictObject({
  ruleId: z.string(),
  kind: decisionBasisKind,
  zh: z.string(),
  en: z.string(),
  gate: z.enum(['publishing', 'deciding']),
  source: z.string().nullable(),
  given: z.boolean(),
});
export type AskedBasis = z.infer<typeof askedBasis>;

/** Fields whose value the system proposed and nobody has confirmed. */
export const proposedField = z.enum([
  'title',
  'categories',
  'components',
  'urgency',
  'mode',
  'lots',
  'place',
  'window',
]);
export type ProposedField = z.infer<typeof proposedField>;

/** What only the poster's organisation, officers of the area and brokers see. */
export const needPrivatePart = z.strictObject({
  contact: needContact.nullable(),
  exclusions: z.array(needExclusion),
  /** Why it was returned last, or null. */
  returnedBecause: z.string().nullable(),
  /** `first` waits for screening, `after` is published and waits to be looked at, null = nothing waits. */
  screening: z.enum(['first', 'after']).nullable(),
  draftedByOrganisationId: id.nullable(),
  /** Terms of its mode for its money as they would hold if it were published now; only before publication. */
  termsAhead: needTerms.extend({ responseDays: z.int().nullable(), enquiryDays: z.int() }).optional(),
  /** The need whose ended lots it goes on with; only where there is one. */
  continues: z.strictObject({ needId: id, lotIds: z.array(id) }).optional(),
  /** Imported from, or null. */
  origin: z.strictObject({ source: z.string(), externalId: z.string() }).nullable(),
});

/** State of a need without who is behind its conflict wall. */
export const needPublicState = needStateBody.omit({
  excludedOrganisationIds: true,
  flaggedOrganisationIds: true,
  outcome: true,
  joinedOrganisationIds: true,
});
export type NeedPublicState = z.infer<typeof needPublicState>;

/** How far a lot of a need is, as deals says; public. */
export const needLotProgress = lotStateBody
  .pick({
    state: true,
    attempt: true,
    responsesDueAt: true,
    responseCount: true,
    award: true,
    agreementId: true,
    because: true,
  })
  .extend({
    lotId: id,
    /** The new need that goes on with it, which had ended here; only where there is one, for those who see what is private. */
    takenUpBy: id.optional(),
  });
export type NeedLotProgress = z.infer<typeof needLotProgress>;

/** A need as its page shows it. */
export const needView = needPublicState.extend({
  proposed: z.array(proposedField),
  modeReason: z.string().nullable(),
  openMoneyModels: z.array(openMoneyModel),
  ownContribution: ownContribution.nullable(),
  budgetLines: z.array(budgetLine),
  decisionBasis: decisionBasis.nullable(),
  askedBases: z.array(askedBasis),
  /** In the order of `lots`; those of which deals has told nothing yet are left out. */
  progress: z.array(needLotProgress),
  /** Sources of money that no rule blocks for its main leaf. */
  fundingCandidates: z.array(funding),
  /** When responses open, where the mode has an enquiry period that still runs. */
  opensAt: instant.nullable(),
  withdrawnBecause: z.string().nullable(),
  duplicateOf: id.nullable(),
  referredTo: z.strictObject({ organisationId: id.nullable(), name: z.string() }).nullable(),
  attachments: z.array(needAttachment),
  private: needPrivatePart.nullable(),
});
export type NeedView = z.infer<typeof needView>;

/** A need in a list. */
export const needSummary = needPublicState.omit({
  requiredQualifications: true,
  lots: true,
});
export type NeedSummary = z.infer<typeof needSummary>;

/** What was asked at one published version; responses point to it. */
export const needVersion = z.strictObject({ version, at: instant, need: needPublicState });
export const needVersionSummary = z.strictObject({ version, at: instant, title: z.string() });

/** One step in the life of a need, newest first. */
export const needHistoryEntry = z.strictObject({
  at: instant,
  action: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  reason: z.string().nullable(),
  actor: z.string(),
  organisationId: id.nullable(),
  /** Where a broker did it for `organisationId`. */
  onBehalf: onBehalfRecord.nullable(),
});
