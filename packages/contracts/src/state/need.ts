import { z } from 'zod';
import { organisationKind } from '../actor';
import { day, fen, id, instant, latitude, leafCode, longitude, version } from '../primitives';
import { committeeState, compoundType, propertyState } from './organisation';

export const needStates = [
  'draft',
  'submitted',
  'published',
  'responding',
  'deciding',
  'awarded',
  'in_delivery',
  'completed',
  'withdrawn',
  'returned',
  'failed',
  'duplicate_of',
  'referred_to',
] as const;
export const needState = z.enum(needStates);
export type NeedState = z.infer<typeof needState>;
export const fundings = [
  'community_fund',
  'special_fund',
  'subdistrict_purchase',
  'owners',
  'maintenance_fund',
  'common_income',
  'none',
] as const;
export const funding = z.enum(fundings);
export const urgency = z.enum(['low', 'normal', 'high', 'emergency']);
export const modes = ['claim', 'direct', 'quotation', 'open_call', 'emergency', 'recorded'] as const;
export const mode = z.enum(modes);

/** Where a need is. Names, not codes, since managing districts have none; the compound's facts as known when posted. */
export const needPlace = z.strictObject({
  district: z.string(),
  subdistrict: z.string().nullable(),
  community: z.string().nullable(),
  compoundId: id.nullable(),
  compound: z.string().nullable(),
  compoundType: z.union([compoundType, z.literal('community_wide')]).nullable(),
  households: z.int().nullable(),
  floorAreaM2: z.int().nullable(),
  builtYear: z.int().nullable(),
  propertyState: propertyState.nullable(),
  committeeState: committeeState.nullable(),
  lng: longitude.nullable(),
  lat: latitude.nullable(),
});

/** `none` no money; `range` a budget; `fixed` a fixed sum (定额), whose price is not scored. */
export const needMoney = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('range'), minFen: fen, maxFen: fen }),
  z.strictObject({ kind: z.literal('fixed'), amountFen: fen }),
]);

/** `given` by the poster, `proposed` by the system from the text, `confirmed` by the poster after a proposal. */
export const needComponent = z.strictObject({
  code: leafCode,
  source: z.enum(['given', 'proposed', 'confirmed']),
  /** 0–1 for a proposal, 1 otherwise. */
  confidence: z.number().min(0).max(1),
  /** Words of the text that led to a proposal. */
  evidence: z.array(z.string()),
});

export const needLot = z.strictObject({ id, title: z.string(), components: z.array(leafCode) });

/** Terms of the need's mode for its amount of money, fixed when it is published. */
export const needTerms = z.strictObject({
  sealed: z.boolean(),
  leastResponses: z.int().min(0),
  /** Days of public notice of the result. */
  noticeDays: z.int().min(0),
  evaluation: z.enum(['none', 'first_come', 'choice', 'price', 'scored']),
});
export type NeedTerms = z.infer<typeof needTerms>;

/** Why a need does not go on, and where it goes on. */
export const needOutcome = z.strictObject({
  reason: z.string().nullable(),
  duplicateOf: z.strictObject({ needId: id, title: z.string() }).nullable(),
  /** An organisation of the platform, or a body that is only named. */
  referredTo: z.strictObject({ organisationId: id.nullable(), name: z.string() }).nullable(),
});
export type NeedOutcome = z.infer<typeof needOutcome>;

/**
 * State of a need as its events carry it. What nobody else may see goes by `need.drafted.v1` to those who match, broker and
 * deal, of a need that was published before too: its end is told there when nobody sees it.
 */
export const needStateBody = z.strictObject({
  id,
  version,
  organisationId: id,
  organisationName: z.string(),
  state: needState,
  title: z.string(),
  description: z.string(),
  categories: z.array(leafCode),
  components: z.array(needComponent),
  place: needPlace,
  money: needMoney,
  funding: funding.nullable(),
  eligibleKinds: z.array(organisationKind),
  requiredQualifications: z.array(z.strictObject({ name: z.string(), component: leafCode.nullable() })),
  window: z.strictObject({ start: day.nullable(), end: day.nullable() }),
  urgency,
  mode,
  lots: z.array(needLot),
  /** Organisations behind the conflict wall for this need: drafted, screened, brokered, supervise. */
  excludedOrganisationIds: z.array(id),
  /**
   * Associations that drafted or screened this need. Their packages are not excluded: they get no bonus and bear a visible
   * label, and another body brokers them.
   */
  flaggedOrganisationIds: z.array(id),
  responsesDueAt: instant.nullable(),
  /** Absent before publication. */
  terms: needTerms.optional(),
  /** Decision bases (决策依据) that a rule asks for before a decision and that are not there yet. */
  missingBases: z.array(z.strictObject({ zh: z.string(), en: z.string() })).optional(),
  /** What became of it, where it was returned, withdrawn, referred, or merged into another one: for its author. */
  outcome: needOutcome.optional(),
  /** Who said “我也要”, or whose need was merged into this one, 100 at most: they hear of it too. */
  joinedOrganisationIds: z.array(id).optional(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  demo: z.boolean(),
});
export type NeedBody = z.infer<typeof needStateBody>;
