import type { PolicyOf } from '../policy';
import { anyone, broker, member, officer, poster, provider } from '../policy';
import {
  acceptAppointment,
  addAwardDocument,
  appointProvider,
  awardLot,
  cancelAward,
  declineAppointment,
  disqualifyResponse,
  downloadAwardDocument,
  getPackageCapacity,
  listAppointments,
  listAwards,
  shortlistResponse,
  withdrawAppointment,
} from './decision-contracts';
import { failLot, getDecisionSheet, getLot, listLots, listLotsOfNeed } from './lot-contracts';
import {
  answerObjection,
  decideObjection,
  getObjection,
  listLotObjections,
  makeObjectionFormal,
  passObjectionOn,
  raiseObjection,
  withdrawObjection,
} from './objection-contracts';

/** Lots, decisions, direct requests, objections, and how much of a package is taken. */
export const decisionRoutes = {
  listLots,
  listLotsOfNeed,
  getLot,
  getDecisionSheet,
  failLot,
  shortlistResponse,
  disqualifyResponse,
  awardLot,
  cancelAward,
  listAwards,
  appointProvider,
  addAwardDocument,
  downloadAwardDocument,
  listAppointments,
  acceptAppointment,
  declineAppointment,
  withdrawAppointment,
  getPackageCapacity,
  raiseObjection,
  listLotObjections,
  getObjection,
  passObjectionOn,
  answerObjection,
  makeObjectionFormal,
  decideObjection,
  withdrawObjection,
} as const;

const overseers = [member('own'), broker(), officer()] as const;
/** Everybody; those who stand closer to it see more. */
const everybody = [anyone('public'), ...overseers] as const;

export const decisionPolicy = {
  listLots: overseers,
  listLotsOfNeed: [anyone('public')],
  getLot: everybody,
  getDecisionSheet: overseers,
  failLot: [poster()],
  shortlistResponse: [poster(), broker()],
  disqualifyResponse: [poster(), broker()],
  awardLot: [poster()],
  cancelAward: [poster(), provider()],
  listAwards: everybody,
  appointProvider: [poster()],
  addAwardDocument: [poster()],
  downloadAwardDocument: overseers,
  listAppointments: [member('own'), broker()],
  acceptAppointment: [provider()],
  declineAppointment: [provider()],
  withdrawAppointment: [poster()],
  getPackageCapacity: [anyone('public')],
  raiseObjection: [provider()],
  listLotObjections: overseers,
  getObjection: overseers,
  passObjectionOn: [broker(), officer()],
  answerObjection: [poster()],
  makeObjectionFormal: [provider()],
  decideObjection: [broker(), officer()],
  withdrawObjection: [provider()],
} satisfies PolicyOf<typeof decisionRoutes>;
