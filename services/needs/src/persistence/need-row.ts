import type { Need } from '../need';
import { listingOf } from '../need';

/** A row of `need` as the driver gives it. */
export interface NeedRow {
  readonly id: string;
  readonly version: number;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly state: Need['state'];
  readonly title: string;
  readonly description: string;
  readonly funding: Need['funding'];
  readonly urgency: Need['urgency'];
  readonly screening: Need['screening'];
  readonly content: string;
  readonly private_content: string;
  readonly submitted_at: Date | null;
  readonly opens_at: Date | null;
  readonly responses_due_at: Date | null;
  readonly published_at: Date | null;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly demo: number;
}

type Content = Pick<
  Need,
  | 'categories'
  | 'components'
  | 'place'
  | 'money'
  | 'eligibleKinds'
  | 'requiredQualifications'
  | 'window'
  | 'mode'
  | 'modeReason'
  | 'lots'
  | 'terms'
  | 'missingBases'
  | 'publishedVersion'
  | 'openMoneyModels'
  | 'ownContribution'
  | 'budgetLines'
  | 'decisionBasis'
  | 'proposed'
  | 'fundingCandidates'
  | 'withdrawnBecause'
  | 'duplicateOf'
  | 'referredTo'
  | 'endedHidden'
>;
type PrivateContent = Pick<
  Need,
  | 'draftedByOrganisationId'
  | 'contact'
  | 'exclusions'
  | 'screenedFen'
  | 'returnedBecause'
  | 'closing'
  | 'origin'
  | 'lastPublic'
  | 'continues'
>;
/** An instant is a text in JSON. */
const revived = ({ lastPublic, ...content }: PrivateContent): PrivateContent => ({
  ...content,
  lastPublic: lastPublic
    ? { ...lastPublic, responsesDueAt: lastPublic.responsesDueAt && new Date(lastPublic.responsesDueAt) }
    : null,
});
/** What rows have not that were written before deals decided anything. */
const beforeDeals: Pick<Content, 'terms' | 'missingBases' | 'publishedVersion'> = {
  terms: null,
  missingBases: [],
  publishedVersion: null,
};
const nothingPrivate: PrivateContent = {
  draftedByOrganisationId: null,
  contact: null,
  exclusions: [],
  screenedFen: null,
  returnedBecause: null,
  closing: null,
  origin: null,
  lastPublic: null,
  continues: null,
};

/** Columns of a need for lists: `private_content` stays where it is. */
export const listColumns = `n.id, n.version, n.organisation_id, n.organisation_name, n.state, n.title, n.description, n.funding,
  n.urgency, n.screening, n.content, '' AS private_content, n.submitted_at, n.opens_at, n.responses_due_at, n.published_at,
  n.created_at, n.updated_at, n.demo`;

export const needOf = (row: NeedRow): Need => ({
  ...beforeDeals,
  ...(JSON.parse(row.content) as Content),
  ...nothingPrivate,
  ...(row.private_content === '' ? {} : revived(JSON.parse(row.private_content) as PrivateContent)),
  id: row.id,
  version: row.version,
  organisationId: row.organisation_id,
  organisationName: row.organisation_name,
  state: row.state,
  title: row.title,
  description: row.description,
  funding: row.funding,
  urgency: row.urgency,
  screening: row.screening,
  submittedAt: row.submitted_at,
  opensAt: row.opens_at,
  responsesDueAt: row.responses_due_at,
  publishedAt: row.published_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  demo: row.demo === 1,
});

/** Columns and values to be written, `id` first. */
export function columnsOf(need: Need): readonly (readonly [column: string, value: unknown])[] {
  const content: Content = {
    categories: need.categories,
    components: need.components,
    place: need.place,
    money: need.money,
    eligibleKinds: need.eligibleKinds,
    requiredQualifications: need.requiredQualifications,
    window: need.window,
    mode: need.mode,
    modeReason: need.modeReason,
    lots: need.lots,
    terms: need.terms,
    missingBases: need.missingBases,
    publishedVersion: need.publishedVersion,
    openMoneyModels: need.openMoneyModels,
    ownContribution: need.ownContribution,
    budgetLines: need.budgetLines,
    decisionBasis: need.decisionBasis,
    proposed: need.proposed,
    fundingCandidates: need.fundingCandidates,
    withdrawnBecause: need.withdrawnBecause,
    duplicateOf: need.duplicateOf,
    referredTo: need.referredTo,
    endedHidden: need.endedHidden,
  };
  const hidden: PrivateContent = {
    draftedByOrganisationId: need.draftedByOrganisationId,
    contact: need.contact,
    exclusions: need.exclusions,
    screenedFen: need.screenedFen,
    returnedBecause: need.returnedBecause,
    closing: need.closing,
    origin: need.origin,
    lastPublic: need.lastPublic,
    continues: need.continues,
  };
  return [
    ['id', need.id],
    ['version', need.version],
    ['organisation_id', need.organisationId],
    ['organisation_name', need.organisationName],
    ['state', need.state],
    ['listing', listingOf(need)],
    ['title', need.title],
    ['description', need.description],
    ['district', need.place.district],
    ['subdistrict', need.place.subdistrict],
    ['funding', need.funding],
    ['urgency', need.urgency],
    ['screening', need.screening],
    ['content', JSON.stringify(content)],
    ['private_content', JSON.stringify(hidden)],
    ['submitted_at', need.submittedAt],
    ['opens_at', need.opensAt],
    ['responses_due_at', need.responsesDueAt],
    ['published_at', need.publishedAt],
    ['created_at', need.createdAt],
    ['updated_at', need.updatedAt],
    ['demo', need.demo ? 1 : 0],
  ];
}
