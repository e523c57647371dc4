import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, text, version } from '../primitives';
import { routesOf } from '../route';
import { lotStateBody } from '../state/lot';
import { responseState } from '../state/response';
import { responseInput } from './response-content';
import { openingRecord, responseAck, responseReceipt, responseSummary, responseView } from './response-view';

const route = routesOf('deals');
const lot = z.strictObject({ lotId: id });
const one = z.strictObject({ responseId: id });
const document = one.extend({ documentId: id });

/**
 * Responds to a lot (报名、申报、响应、认领). With `submit` it is handed in at once; in a light mode nothing else is asked. A
 * consortium is drafted first, since its members confirm.
 */
export const createResponse = route('createResponse', {
  method: 'POST',
  path: '/lots/:lotId/responses',
  summary: { zh: '响应标段（认领、报名）', en: 'Respond to a lot' },
  params: lot,
  body: responseInput.extend({ submit: z.boolean().default(false) }),
  response: responseAck,
});
/**
 * Replaces all of it but its documents, while the lot takes responses; one that is submitted gets a new receipt. Members
 * that stay keep their confirmation; to one that is submitted none may be added.
 */
export const changeResponse = route('changeResponse', {
  method: 'PUT',
  path: '/responses/:responseId',
  summary: { zh: '修改响应', en: 'Replace a response' },
  params: one,
  body: responseInput,
  response: responseAck,
});
export const submitResponse = route('submitResponse', {
  method: 'POST',
  path: '/responses/:responseId/submit',
  kind: 'change',
  summary: { zh: '提交响应', en: 'Submit a response' },
  params: one,
  response: responseAck,
});
/** A sealed one until its deadline, and again from its opening on; another response may follow while the lot is open. */
export const withdrawResponse = route('withdrawResponse', {
  method: 'POST',
  path: '/responses/:responseId/withdraw',
  kind: 'change',
  summary: { zh: '撤回响应', en: 'Withdraw a response' },
  params: one,
  body: z.strictObject({ reason: text(500, 2).optional() }),
  response: responseAck,
});
/** One tap of a member: from now on it takes part, and may not respond otherwise. */
export const confirmMembership = route('confirmMembership', {
  method: 'POST',
  path: '/responses/:responseId/confirm',
  kind: 'change',
  summary: { zh: '确认加入联合体', en: 'Confirm that one is a member of a consortium' },
  params: one,
  response: responseAck,
});
export const declineMembership = route('declineMembership', {
  method: 'POST',
  path: '/responses/:responseId/decline',
  kind: 'change',
  summary: { zh: '谢绝加入联合体', en: 'Decline to be a member of a consortium' },
  params: one,
  response: responseAck,
});
/** A broker's decision on what the conflict wall flagged. Not by an association that it is about. */
export const clearResponse = route('clearResponse', {
  method: 'POST',
  path: '/responses/:responseId/clearance',
  kind: 'change',
  summary: { zh: '核定利益关联', en: 'Decide on a flag of the conflict wall' },
  params: one,
  body: z.strictObject({ allow: z.boolean(), reason: text(500, 2) }),
  response: responseView,
});

/** Of the organisation acted for, also as a member or invited to be one; newest first. */
export const listOwnResponses = route('listOwnResponses', {
  method: 'GET',
  path: '/responses',
  summary: { zh: '我的响应', en: "List one's own responses" },
  query: pageQuery.extend({
    /** `invited` waits for this organisation's answer. */
    as: z.enum(['leader', 'member', 'invited']).optional(),
    state: responseState.optional(),
  }),
  response: pageOf(responseSummary),
});
/**
 * For the poster, brokers and officers of the area, once they may know; a provider sees its own. Nobody else learns of
 * anything here before the opening: the number stands on the lot. Oldest first.
 */
export const listLotResponses = route('listLotResponses', {
  method: 'GET',
  path: '/lots/:lotId/responses',
  summary: { zh: '标段的响应', en: 'List the responses to a lot' },
  params: lot,
  query: pageQuery,
  response: pageOf(responseSummary),
});
/** Responses with a flag that waits for a decision; oldest first. */
export const listFlaggedResponses = route('listFlaggedResponses', {
  method: 'GET',
  path: '/responses/flagged',
  summary: { zh: '待核定利益关联的响应', en: 'List responses whose flag waits for a decision' },
  query: pageQuery,
  response: pageOf(responseSummary),
});
export const getResponse = route('getResponse', {
  method: 'GET',
  path: '/responses/:responseId',
  summary: { zh: '查看响应', en: 'Show a response' },
  params: one,
  response: responseView,
});
/** All of them, newest first: each replacement before the deadline has its own. */
export const listResponseReceipts = route('listResponseReceipts', {
  method: 'GET',
  path: '/responses/:responseId/receipts',
  summary: { zh: '响应回执（历次）', en: 'List the receipts of a response' },
  params: one,
  query: pageQuery,
  response: pageOf(responseReceipt),
});
/** The one that counts. */
export const getResponseReceipt = route('getResponseReceipt', {
  method: 'GET',
  path: '/responses/:responseId/receipt',
  summary: { zh: '响应回执', en: 'Show the receipt of a response' },
  params: one,
  response: responseReceipt,
});

/** Files of sealed responses are encrypted before they touch a disk. One that is submitted gets a new receipt. */
export const addResponseDocument = route('addResponseDocument', {
  method: 'POST',
  path: '/responses/:responseId/documents',
  transfer: 'upload',
  summary: { zh: '上传响应材料', en: 'Add a file to a response' },
  params: one,
  body: z.strictObject({
    /** Document that this one takes the place of. */
    replaces: id.optional(),
  }),
  response: responseAck.extend({
    documentId: id,
    documentVersion: version,
    /** As the receipt counts it. */
    documentSha256: z.string(),
  }),
});
export const removeResponseDocument = route('removeResponseDocument', {
  method: 'DELETE',
  path: '/responses/:responseId/documents/:documentId',
  summary: { zh: '移除响应材料', en: 'Remove a file of a response' },
  params: document,
  response: responseAck,
});
export const downloadResponseDocument = route('downloadResponseDocument', {
  method: 'GET',
  path: '/responses/:responseId/documents/:documentId',
  transfer: 'download',
  summary: { zh: '下载响应材料', en: 'Download a file of a response' },
  params: document,
});

/** Ends the time for responses of a lot without a deadline. */
export const closeResponses = route('closeResponses', {
  method: 'POST',
  path: '/lots/:lotId/close-responses',
  kind: 'change',
  summary: { zh: '截止响应', en: 'Close a lot for responses' },
  params: lot,
  response: lotStateBody,
});
/** Of the last attempt that was opened. */
export const getOpeningRecord = route('getOpeningRecord', {
  method: 'GET',
  path: '/lots/:lotId/opening',
  summary: { zh: '开启记录', en: 'Show the record of the opening' },
  params: lot,
  response: openingRecord,
});
