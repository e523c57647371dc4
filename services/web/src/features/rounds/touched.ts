import { getRound, listRoundNeeds, listRoundPackages, listRounds } from '@duijie/contracts';

/** What is read again after something is done to a round. */
export const touchedByRound = [getRound, listRounds, listRoundNeeds, listRoundPackages];
