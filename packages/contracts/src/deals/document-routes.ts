import { z } from 'zod';
import type { PolicyOf } from '../policy';
import { id } from '../primitives';
import { routesOf } from '../route';
import { agreementPolicy } from './agreement-routes';
import { decisionPolicy } from './decision-routes';
import { responsePolicy } from './response-routes';

const route = routesOf('deals');

/** Of the result, or of an emergency appointment. 409 `lot.no-award` while there is none. */
export const downloadResultNotice = route('downloadResultNotice', {
  method: 'GET',
  path: '/lots/:lotId/result-notice',
  transfer: 'download',
  summary: { zh: '结果公示（Word，留盖章处）', en: 'Public notice of a result, as a Word file' },
  params: z.strictObject({ lotId: id }),
});
/** By its terms as they stand, to be worked on and signed on paper. */
export const downloadAgreementDraft = route('downloadAgreementDraft', {
  method: 'GET',
  path: '/agreements/:agreementId/draft-paper',
  transfer: 'download',
  summary: { zh: '协议草稿（Word）', en: 'Draft of an agreement, as a Word file' },
  params: z.strictObject({ agreementId: id }),
});
/** Filled with what is known, with room for scores, signatures and seals. */
export const downloadAcceptanceSheet = route('downloadAcceptanceSheet', {
  method: 'GET',
  path: '/agreements/:agreementId/acceptance-sheet',
  transfer: 'download',
  summary: { zh: '验收单（Word，留盖章处）', en: 'Acceptance sheet of an agreement, as a Word file' },
  params: z.strictObject({ agreementId: id }),
});
/** The receipt that counts. It says nothing of what is offered. */
export const downloadResponseReceipt = route('downloadResponseReceipt', {
  method: 'GET',
  path: '/responses/:responseId/receipt-paper',
  transfer: 'download',
  summary: { zh: '响应回执（Word）', en: 'Receipt of a response, as a Word file' },
  params: z.strictObject({ responseId: id }),
});

export const dealsDocumentRoutes = {
  downloadResultNotice,
  downloadAgreementDraft,
  downloadAcceptanceSheet,
  downloadResponseReceipt,
} as const;

/** A paper is for whoever may see the page that it is made of. */
export const dealsDocumentPolicy = {
  downloadResultNotice: decisionPolicy.listAwards,
  downloadAgreementDraft: agreementPolicy.getAgreement,
  downloadAcceptanceSheet: agreementPolicy.getAgreement,
  downloadResponseReceipt: responsePolicy.getResponse,
} satisfies PolicyOf<typeof dealsDocumentRoutes>;
