import { z } from 'zod';
import { providerKinds } from '../policy';
import { day, fen, id, latitude, leafCode, line, longitude, text } from '../primitives';
import { funding, mode, needMoney, urgency } from '../state/need';
import { committeeState, compoundType, propertyState } from '../state/organisation';

/**
 * Where a need is. Left out as a whole: the poster's own district, subdistrict and community. With `compoundId` the
 * compound's facts are taken from the net; facts given here go before them.
 */
export const needPlaceInput = z.strictObject({
  district: line(30).optional(),
  subdistrict: line(40).nullable().optional(),
  community: line(60).nullable().optional(),
  compoundId: id.nullable().optional(),
  /** Name of a compound that is not in the net yet. */
  compound: line(80).nullable().optional(),
  compoundType: z
    .union([compoundType, z.literal('community_wide')])
    .nullable()
    .optional(),
  households: z.int().min(0).max(100_000).nullable().optional(),
  floorAreaM2: z.int().min(0).max(100_000_000).nullable().optional(),
  builtYear: z.int().min(1800).max(2200).nullable().optional(),
  propertyState: propertyState.nullable().optional(),
  committeeState: committeeState.nullable().optional(),
  lng: longitude.nullable().optional(),
  lat: latitude.nullable().optional(),
});
export type NeedPlaceInput = z.infer<typeof needPlaceInput>;

/** What entitles the poster to decide (决策依据), as `decision.code` of a decision-basis rule names it. */
export const decisionBasisKinds = [
  'owners_decision',
  'council_resolution',
  'party_minutes',
  'subdistrict_filing',
  'committee_resolution',
  'other',
] as const;
export const decisionBasisKind = z.enum(decisionBasisKinds);
export const decisionBasis = z.strictObject({
  kind: decisionBasisKind,
  decidedOn: day,
  /** The scan, an attachment of this need; null until it is there. */
  attachmentId: id.nullable(),
  note: line(200).nullable(),
});
export type DecisionBasis = z.infer<typeof decisionBasis>;

/** Ways in which money may flow otherwise: the provider invests and shares, users pay, payment in kind. */
export const openMoneyModel = z.enum(['invest_share', 'user_pays', 'in_kind']);
export const budgetLine = z.strictObject({ label: line(60), amountFen: fen });
/** Own contribution (自筹) beside the budget. */
export const ownContribution = z.strictObject({ amountFen: fen, note: line(200).nullable() });
export const needContact = z.strictObject({ name: line(40), phone: line(30, 5) });
export const needWindow = z.strictObject({ start: day.nullable(), end: day.nullable() });
/** `component` names the leaf whose doer must hold it; null = whoever takes the need. */
export const needQualification = z.strictObject({ name: line(60), component: leafCode.nullable() });
/** `id` keeps a lot that exists; left out for a new one. */
export const needLotInput = z.strictObject({
  id: id.optional(),
  title: line(80),
  components: z.array(leafCode).min(1).max(20),
});

const fields = {
  /** Proposed from the description unless given. */
  title: line(80, 2),
  description: text(5000, 2),
  place: needPlaceInput,
  /** Both ends null: as soon as possible. */
  window: needWindow,
  money: needMoney,
  funding: funding.nullable(),
  /** Leaves the poster would look under; proposed from the words unless given. */
  categories: z.array(leafCode).max(8),
  /** Leaves of every service asked for; proposed from the words unless given. */
  components: z.array(leafCode).max(20),
  /** Empty = any. */
  eligibleKinds: z.array(z.enum(providerKinds)).max(6),
  requiredQualifications: z.array(needQualification).max(20),
  /** Proposed from the words unless given. */
  urgency,
  /** Proposed from the money band unless given. */
  mode,
  /**
   * Why this mode or why at once; asked for the modes `emergency` and `recorded` when the need is submitted. An emergency
   * is published without screening only with its reason.
   */
  modeReason: text(500).nullable(),
  /** Every component in exactly one lot; one lot with all of them unless given. */
  lots: z.array(needLotInput).min(1).max(20),
  openMoneyModels: z.array(openMoneyModel).max(3),
  ownContribution: ownContribution.nullable(),
  /** Their sum must not exceed the budget and the own contribution. */
  budgetLines: z.array(budgetLine).max(40),
  decisionBasis: decisionBasis.nullable(),
  /** Who wrote the requirement: behind the conflict wall. */
  draftedByOrganisationId: id.nullable(),
  /** Never shown publicly. */
  contact: needContact.nullable(),
};

/**
 * What a poster enters. Four fields are enough: where (or the own place), what, when, money or none. `description` may be
 * left out where `copyOf` (an earlier need that the caller sees) or `templateId` brings it.
 */
export const needInput = z
  .strictObject({
    ...fields,
    copyOf: id,
    templateId: z.string().max(60),
  })
  .partial();
export type NeedInput = z.infer<typeof needInput>;

/** Fields to be changed; what is left out stays. A field proposed by the system is the poster's own once given. */
export const needChange = z.strictObject(fields).partial();
export type NeedChange = z.infer<typeof needChange>;
export type BudgetLine = z.infer<typeof budgetLine>;
