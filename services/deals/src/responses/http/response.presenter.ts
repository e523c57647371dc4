import type {
  OpeningRecord,
  ResponseAck,
  ResponseParty,
  ResponseReceipt,
  ResponseSummary,
  ResponseView,
} from '@duijie/contracts';
import { dayOf } from '@duijie/domain-kit';
import type { Lot } from '../../lots/lot';
import type { ResponseDocumentRecord } from '../persistence/document.repository';
import type { Opening } from '../persistence/opening.repository';
import { isUnopened, type LotResponse } from '../response';

/** What was found is not told before the opening: it could tell who else responds. */
const toldConflict = (response: LotResponse): ResponseAck['conflict'] =>
  isUnopened(response) ? 'clear' : response.conflict;

export const ackOf = (response: LotResponse, receipt: ResponseReceipt | null): ResponseAck => ({
  id: response.id,
  version: response.version,
  lotId: response.lotId,
  state: response.state,
  conflict: toldConflict(response),
  unconfirmed: response.parties.filter(({ standing }) => standing === 'invited' || standing === 'declined').length,
  receipt,
});

/** @param actingId organisation that the caller acts for */
export const responseSummaryOf = (response: LotResponse, lot: Lot, actingId: string | null): ResponseSummary => ({
  id: response.id,
  version: response.version,
  lotId: lot.id,
  attempt: response.attempt,
  needVersion: response.needVersion,
  needId: lot.needId,
  needTitle: lot.needTitle,
  lotTitle: lot.title,
  lotState: lot.state,
  mode: lot.mode,
  posterId: lot.organisationId,
  posterName: lot.organisationName,
  responsesDueAt: lot.responsesDueAt?.toISOString() ?? null,
  organisationId: response.organisationId,
  organisationName: response.organisationName,
  you: response.parties.find(({ organisationId }) => organisationId === actingId)?.standing ?? null,
  state: response.state,
  sealed: response.sealed,
  readable: !isUnopened(response),
  conflict: toldConflict(response),
  priceFen: response.priceFen,
  submittedAt: response.submittedAt?.toISOString() ?? null,
  openedAt: response.openedAt?.toISOString() ?? null,
  because: response.because,
  updatedAt: response.updatedAt.toISOString(),
});

const partyOf = ({ organisationId, organisationName, standing }: LotResponse['parties'][number]): ResponseParty => ({
  organisationId,
  organisationName,
  leads: standing === 'leader',
  state: standing === 'leader' ? 'confirmed' : standing,
});

/** Words for its own parties do not tell who stands behind the wall. */
function findingsOf(response: LotResponse, isParty: boolean): ResponseView['findings'] {
  if (isUnopened(response)) return [];
  return response.findings.map(({ code, organisationId, words, publicWords }) => ({
    code: isParty ? null : code,
    organisationId,
    words: isParty ? publicWords : words,
  }));
}

export function responseViewOf(
  response: LotResponse,
  lot: Lot,
  documents: readonly ResponseDocumentRecord[],
  actingId: string | null,
): ResponseView {
  const isParty = response.parties.some(({ organisationId }) => organisationId === actingId);
  return {
    ...responseSummaryOf(response, lot, actingId),
    parties: response.parties.map(partyOf),
    content: response.content,
    documents: documents.flatMap(({ id, version, facts, sha256: documentSha256, addedAt }) => {
      if (!facts) return [];
      const { key: _key, ...shown } = facts;
      return { id, version, ...shown, documentSha256, addedAt: addedAt.toISOString() };
    }),
    findings: findingsOf(response, isParty),
    clearance: isUnopened(response) ? null : response.clearance,
  };
}

export const openingRecordOf = (opening: Opening, lot: Lot): OpeningRecord => ({
  lotId: opening.lotId,
  attempt: opening.attempt,
  needTitle: lot.needTitle,
  lotTitle: lot.title,
  dueAt: opening.dueAt.toISOString(),
  openedAt: opening.openedAt.toISOString(),
  openedOn: dayOf(opening.openedAt),
  by: opening.by,
  responses: [...opening.entries],
});
