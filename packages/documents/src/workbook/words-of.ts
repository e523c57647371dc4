import type { ExcelVocabulary, ExcelWords } from '@duijie/contracts';
import {
  affiliationKinds,
  bidStates,
  committeeStates,
  compoundTypes,
  fundings,
  matchStates,
  memberRoles,
  milestoneStates,
  modes,
  needScopes,
  needStates,
  organisationKinds,
  packageStates,
  priceModels,
  propertyStates,
  urgencies,
  verificationStates,
  type Vocabulary,
} from '@duijie/domain-kit';

const families: Readonly<Record<ExcelVocabulary, Vocabulary>> = {
  affiliationKinds,
  bidStates,
  committeeStates,
  compoundTypes,
  fundings,
  matchStates,
  memberRoles,
  milestoneStates,
  modes,
  needScopes,
  needStates,
  organisationKinds,
  packageStates,
  priceModels,
  propertyStates,
  urgencies,
  verificationStates,
};

/** The family of words that a column names or brings. */
export const wordsOf = (words: ExcelWords): Vocabulary => (typeof words === 'string' ? families[words] : words);
