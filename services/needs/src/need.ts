import type {
  BudgetLine,
  DecisionBasis,
  NeedBody,
  NeedExclusion,
  NeedOutcome,
  NeedTerms,
  NeedPublicState,
  NeedView,
  ProposedField,
} from '@duijie/contracts';
import type { PublicPart } from './public-part';

/** A need with everything that belongs to it but its attachments. */
export interface Need {
  readonly id: string;
  readonly version: number;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly state: NeedBody['state'];
  readonly title: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly components: NeedBody['components'];
  readonly place: NeedBody['place'];
  readonly money: NeedBody['money'];
  readonly funding: NeedBody['funding'];
  readonly eligibleKinds: NeedBody['eligibleKinds'];
  readonly requiredQualifications: NeedBody['requiredQualifications'];
  readonly window: NeedBody['window'];
  readonly urgency: NeedBody['urgency'];
  readonly mode: NeedBody['mode'];
  readonly modeReason: string | null;
  readonly lots: NeedBody['lots'];
  /** Of its mode, as they stood when it was published last; null before. */
  readonly terms: NeedTerms | null;
  /** Decisions that rules ask for before an award and that were not there when it was written last; empty before publication. */
  readonly missingBases: NonNullable<NeedBody['missingBases']>;
  /** The version that its last publication made, or null. */
  readonly publishedVersion: number | null;
  readonly openMoneyModels: NeedView['openMoneyModels'];
  readonly ownContribution: NeedView['ownContribution'];
  readonly budgetLines: readonly BudgetLine[];
  readonly decisionBasis: DecisionBasis | null;
  readonly draftedByOrganisationId: string | null;
  readonly contact: { readonly name: string; readonly phone: string } | null;
  /** Fields that hold the system's proposal, which a change of the words may renew. */
  readonly proposed: readonly ProposedField[];
  readonly fundingCandidates: NeedView['fundingCandidates'];
  readonly exclusions: readonly NeedExclusion[];
  readonly screening: 'first' | 'after' | null;
  /** The greatest budget in fen that somebody has looked at, or null. */
  readonly screenedFen: number | null;
  readonly returnedBecause: string | null;
  readonly withdrawnBecause: string | null;
  readonly duplicateOf: string | null;
  /** Why it was referred or found to be another one, and that one's title then; null otherwise. */
  readonly closing: { readonly reason: string | null; readonly duplicateTitle: string | null } | null;
  readonly referredTo: NeedView['referredTo'];
  /** It ended while it was hidden: what it said then was never public. */
  readonly endedHidden: boolean;
  /** What it said when others saw it last, while nobody else sees it; null otherwise, and of what never was public. */
  readonly lastPublic: PublicPart | null;
  /** Where an imported need came from, and the version that the last import of its row made. */
  readonly origin: { readonly source: string; readonly externalId: string; readonly version: number } | null;
  /** The need whose lots it goes on with, which had ended there; null otherwise. */
  readonly continues: { readonly needId: string; readonly lotIds: readonly string[] } | null;
  readonly submittedAt: Date | null;
  readonly opensAt: Date | null;
  readonly responsesDueAt: Date | null;
  readonly publishedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly demo: boolean;
}

/** Where a need stands in lists: `open` takes responses or soon will, `past` stays visible, `hidden` is nobody else's. */
export type Listing = 'open' | 'past' | 'hidden';

export function listingOf(need: Pick<Need, 'state' | 'publishedAt' | 'endedHidden'>): Listing {
  if (need.state === 'published' || need.state === 'responding') return 'open';
  const hidden =
    need.endedHidden || need.publishedAt === null || ['draft', 'submitted', 'returned'].includes(need.state);
  return hidden ? 'hidden' : 'past';
}

const isoOf = (at: Date | null): string | null => at?.toISOString() ?? null;

const behindWall = ({ exclusions }: Need, effect: NeedExclusion['effect']): string[] => [
  ...new Set(exclusions.filter((each) => each.effect === effect).map((each) => each.organisationId)),
];

/** Why a need does not go on and where it goes on, for its author; null while it goes on. */
export function outcomeOf(need: Need): NeedOutcome | null {
  const { state, closing, duplicateOf, referredTo } = need;
  const nowhere = { duplicateOf: null, referredTo: null };
  if (state === 'returned') return { reason: need.returnedBecause, ...nowhere };
  if (state === 'withdrawn') return { reason: need.withdrawnBecause, ...nowhere };
  if (state === 'referred_to') return { reason: closing?.reason ?? null, duplicateOf: null, referredTo };
  if (state !== 'duplicate_of' || duplicateOf === null) return null;
  const other = { needId: duplicateOf, title: closing?.duplicateTitle ?? '' };
  return { reason: closing?.reason ?? null, duplicateOf: other, referredTo: null };
}

/** @returns the need's outcome as a field that is left out where there is none */
function outcomeField(need: Need): Pick<NeedBody, 'outcome'> {
  const outcome = outcomeOf(need);
  return outcome === null ? {} : { outcome };
}

/** State of a need as events carry it. */
export const bodyOf = (need: Need): NeedBody => ({
  id: need.id,
  version: need.version,
  organisationId: need.organisationId,
  organisationName: need.organisationName,
  state: need.state,
  title: need.title,
  description: need.description,
  categories: [...need.categories],
  components: need.components,
  place: need.place,
  money: need.money,
  funding: need.funding,
  eligibleKinds: need.eligibleKinds,
  requiredQualifications: need.requiredQualifications,
  window: need.window,
  urgency: need.urgency,
  mode: need.mode,
  lots: need.lots,
  excludedOrganisationIds: behindWall(need, 'excluded'),
  flaggedOrganisationIds: behindWall(need, 'flagged'),
  responsesDueAt: isoOf(need.responsesDueAt),
  ...(need.terms === null ? {} : { terms: need.terms, missingBases: need.missingBases }),
  ...outcomeField(need),
  publishedAt: isoOf(need.publishedAt),
  updatedAt: need.updatedAt.toISOString(),
  demo: need.demo,
});

/** {@link bodyOf} without who is behind the conflict wall. */
export function publicStateOf(need: Need): NeedPublicState {
  const {
    excludedOrganisationIds: _e,
    flaggedOrganisationIds: _f,
    outcome: _o,
    joinedOrganisationIds: _j,
    ...shown
  } = bodyOf(need);
  return shown;
}

/** Everything that speaks for a need in lists of one leaf. */
export const leavesOf = (need: Pick<Need, 'categories' | 'components'>): readonly string[] => [
  ...new Set([...need.components.map((c) => c.code), ...need.categories]),
];
