import type { PolicyOf } from '../policy';
import { anyone, broker, member, officer, poster, provider, providerKinds } from '../policy';
import {
  addResponseDocument,
  changeResponse,
  clearResponse,
  closeResponses,
  confirmMembership,
  createResponse,
  declineMembership,
  downloadResponseDocument,
  getOpeningRecord,
  getResponse,
  getResponseReceipt,
  listFlaggedResponses,
  listLotResponses,
  listOwnResponses,
  listResponseReceipts,
  removeResponseDocument,
  submitResponse,
  withdrawResponse,
} from './response-contracts';

/** Responses, consortia, receipts and opening. `flagged` stands before the route whose path would take it. */
export const responseRoutes = {
  listOwnResponses,
  listFlaggedResponses,
  createResponse,
  listLotResponses,
  getResponse,
  changeResponse,
  submitResponse,
  withdrawResponse,
  confirmMembership,
  declineMembership,
  clearResponse,
  getResponseReceipt,
  listResponseReceipts,
  addResponseDocument,
  removeResponseDocument,
  downloadResponseDocument,
  closeResponses,
  getOpeningRecord,
} as const;

/** Anybody of a provider, also those who only look. */
const ofProvider = member('own', undefined, providerKinds);
const readers = [member('own'), broker(), officer()] as const;

export const responsePolicy = {
  listOwnResponses: [ofProvider],
  listFlaggedResponses: [broker()],
  createResponse: [provider()],
  listLotResponses: readers,
  getResponse: readers,
  changeResponse: [provider()],
  submitResponse: [provider()],
  withdrawResponse: [provider()],
  confirmMembership: [provider()],
  declineMembership: [provider()],
  /** An officer where every broker is concerned, as with a need that the only association screened. */
  clearResponse: [broker(), officer()],
  getResponseReceipt: readers,
  listResponseReceipts: readers,
  addResponseDocument: [provider()],
  removeResponseDocument: [provider()],
  downloadResponseDocument: readers,
  closeResponses: [poster()],
  getOpeningRecord: [anyone('public')],
} satisfies PolicyOf<typeof responseRoutes>;
