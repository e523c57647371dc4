import {
  getAgreement,
  getDecisionSheet,
  getLot,
  getNeed,
  listAwards,
  listLotObjections,
  listLotResponses,
  listLotsOfNeed,
  listNeedComposites,
  listNeedHistory,
  listNeedIntroductions,
  listNeedJoins,
  listNeedMatches,
  listNeeds,
  listOwnNeeds,
} from '@duijie/contracts';

/** What may look different after a need itself was changed. */
export const touchedByNeed = [getNeed, listNeeds, listOwnNeeds, listNeedHistory, listLotsOfNeed, getLot, listNeedJoins];

/** What may look different after something was done with its suggestions or introductions. */
export const touchedByMatching = [listNeedMatches, listNeedComposites, listNeedIntroductions, listLotsOfNeed, getLot];

/** What may look different after something was done with a lot, its responses, its award or its agreement. */
export const touchedByDeal = [
  getNeed,
  listOwnNeeds,
  listNeedHistory,
  listLotsOfNeed,
  getLot,
  getDecisionSheet,
  listLotResponses,
  listAwards,
  listLotObjections,
  getAgreement,
];
