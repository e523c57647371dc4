import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { day, fen, id, line, text } from '../primitives';
import { routesOf } from '../route';
import { agreementState } from '../state/agreement';
import { agreementTerms } from './agreement-terms';
import {
  agreementFilePurpose,
  agreementPayment,
  agreementSummary,
  agreementTimelineEntry,
  agreementView,
  overdueMilestone,
} from './agreement-view';

const route = routesOf('deals');
const one = z.strictObject({ agreementId: id });
const reason = z.strictObject({ reason: text(1000, 2) });

/** Own agreements (of one side where asked), those of an officer's area, all for brokers; newest first. */
export const listAgreements = route('listAgreements', {
  method: 'GET',
  path: '/agreements',
  summary: { zh: '协议列表', en: 'List agreements' },
  query: pageQuery.extend({
    /** Of an organisation's own. */
    side: z.enum(['payer', 'provider']).optional(),
    state: agreementState.optional(),
    /** Of needs about one compound. */
    compoundId: id.optional(),
  }),
  response: pageOf(agreementSummary),
});
/** Longest overdue first. Stands before `getAgreement`. */
export const listOverdueMilestones = route('listOverdueMilestones', {
  method: 'GET',
  path: '/agreements/overdue',
  summary: { zh: '逾期节点', en: 'List overdue milestones' },
  query: pageQuery,
  response: pageOf(overdueMilestone),
});
/** Everything is taken from award and response unless the terms say otherwise. */
export const draftAgreement = route('draftAgreement', {
  method: 'POST',
  path: '/agreements',
  summary: { zh: '拟定协议', en: 'Draft an agreement' },
  body: z.strictObject({
    awardId: id,
    terms: agreementTerms.default({}),
    /** Confirms it at once for the side that drafts; of light agreements only. */
    confirm: z.boolean().default(false),
  }),
  response: agreementView,
});
export const getAgreement = route('getAgreement', {
  method: 'GET',
  path: '/agreements/:agreementId',
  summary: { zh: '查看协议', en: 'Show an agreement' },
  params: one,
  response: agreementView,
});
export const listAgreementTimeline = route('listAgreementTimeline', {
  method: 'GET',
  path: '/agreements/:agreementId/timeline',
  summary: { zh: '协议办理记录', en: 'List the steps in the life of an agreement' },
  params: one,
  query: pageQuery,
  response: pageOf(agreementTimelineEntry),
});
export const changeAgreementDraft = route('changeAgreementDraft', {
  method: 'PATCH',
  path: '/agreements/:agreementId',
  summary: { zh: '修改协议草稿', en: 'Change the draft of an agreement' },
  params: one,
  body: agreementTerms,
  response: agreementView,
});
export const cancelAgreementDraft = route('cancelAgreementDraft', {
  method: 'POST',
  path: '/agreements/:agreementId/cancel',
  kind: 'change',
  summary: { zh: '作废协议草稿', en: 'Drop the draft of an agreement' },
  params: one,
  body: reason,
  response: agreementView,
});
/** Of light agreements: signed once both sides have confirmed. */
export const confirmAgreement = route('confirmAgreement', {
  method: 'POST',
  path: '/agreements/:agreementId/confirm',
  kind: 'change',
  summary: { zh: '确认协议', en: 'Confirm an agreement' },
  params: one,
  response: agreementView,
});
/** Recorded with the stamped scan (登记已签) by the poster or a broker: the signatures are on paper. */
export const signAgreement = route('signAgreement', {
  method: 'POST',
  path: '/agreements/:agreementId/sign',
  kind: 'change',
  transfer: 'upload',
  summary: { zh: '登记已签', en: 'Record that an agreement is signed' },
  params: one,
  body: z.strictObject({ signedOn: day }),
  response: agreementView,
});
export const addAgreementFile = route('addAgreementFile', {
  method: 'POST',
  path: '/agreements/:agreementId/files',
  transfer: 'upload',
  summary: { zh: '上传协议材料', en: 'Add a file to an agreement' },
  params: one,
  body: z.strictObject({ purpose: agreementFilePurpose.exclude(['scan']).default('other') }),
  response: agreementView,
  status: 200,
});
export const downloadAgreementFile = route('downloadAgreementFile', {
  method: 'GET',
  path: '/agreements/:agreementId/files/:fileId',
  transfer: 'download',
  summary: { zh: '下载协议材料', en: 'Download a file of an agreement' },
  params: one.extend({ fileId: id }),
});
/** Ends it before it is done; what is to be handed over is listed, and the need goes back to its owner. */
export const terminateAgreement = route('terminateAgreement', {
  method: 'POST',
  path: '/agreements/:agreementId/terminate',
  kind: 'change',
  summary: { zh: '终止协议', en: 'Terminate an agreement' },
  params: one,
  body: reason.extend({ handOver: z.array(line(200, 2)).max(50).default([]) }),
  response: agreementView,
});
export const tickHandOver = route('tickHandOver', {
  method: 'POST',
  path: '/agreements/:agreementId/hand-over/:itemId',
  kind: 'change',
  summary: { zh: '登记交接事项', en: 'Tick an item of the hand-over' },
  params: one.extend({ itemId: id }),
  body: z.strictObject({ done: z.boolean() }),
  response: agreementView,
});

/** Newest first, with what was reversed. */
export const listAgreementPayments = route('listAgreementPayments', {
  method: 'GET',
  path: '/agreements/:agreementId/payments',
  summary: { zh: '付款记录', en: 'List the payments of an agreement' },
  params: one,
  query: pageQuery,
  response: pageOf(agreementPayment),
});
/**
 * Payments are recorded here, not made. Never more than the organisation's components are agreed for; under a terminated
 * agreement no more than the need's money leaves.
 */
export const recordPayment = route('recordPayment', {
  method: 'POST',
  path: '/agreements/:agreementId/payments',
  summary: { zh: '登记付款', en: 'Record a payment' },
  params: one,
  body: z.strictObject({
    organisationId: id,
    amountFen: fen.min(1),
    paidOn: day,
    note: text(500).default(''),
    /** A file of this agreement. */
    fileId: id.nullable().default(null),
  }),
  response: agreementPayment,
});
/** Corrects a payment by a record of the same amount the other way round. */
export const reversePayment = route('reversePayment', {
  method: 'POST',
  path: '/agreements/:agreementId/payments/:paymentId/reverse',
  summary: { zh: '冲正付款记录', en: 'Reverse the record of a payment' },
  params: one.extend({ paymentId: id }),
  body: reason,
  response: agreementPayment,
});
