import type { Need } from './need';

/** What a need asked and offered when others saw it last, kept while a change of it is hidden. */
export type PublicPart = Pick<
  Need,
  | 'title'
  | 'description'
  | 'categories'
  | 'components'
  | 'place'
  | 'money'
  | 'funding'
  | 'eligibleKinds'
  | 'requiredQualifications'
  | 'window'
  | 'urgency'
  | 'mode'
  | 'modeReason'
  | 'lots'
  | 'terms'
  | 'openMoneyModels'
  | 'ownContribution'
  | 'budgetLines'
  | 'proposed'
  | 'fundingCandidates'
  | 'screening'
  | 'screenedFen'
  | 'responsesDueAt'
>;

export const publicPartOf = (need: Need): PublicPart => ({
  title: need.title,
  description: need.description,
  categories: need.categories,
  components: need.components,
  place: need.place,
  money: need.money,
  funding: need.funding,
  eligibleKinds: need.eligibleKinds,
  requiredQualifications: need.requiredQualifications,
  window: need.window,
  urgency: need.urgency,
  mode: need.mode,
  modeReason: need.modeReason,
  lots: need.lots,
  terms: need.terms,
  openMoneyModels: need.openMoneyModels,
  ownContribution: need.ownContribution,
  budgetLines: need.budgetLines,
  proposed: need.proposed,
  fundingCandidates: need.fundingCandidates,
  screening: need.screening,
  screenedFen: need.screenedFen,
  responsesDueAt: need.responsesDueAt,
});
