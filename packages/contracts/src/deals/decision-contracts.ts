import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { fen, id, line, text, version } from '../primitives';
import { routesOf } from '../route';
import { appointmentState } from '../state/appointment';
import { responseStateBody } from '../state/response';
import { appointmentOutcome, appointmentView, awardView, scoring } from './decision-view';
import { lotView } from './lot-view';

const route = routesOf('deals');
const lot = z.strictObject({ lotId: id });
const response = z.strictObject({ responseId: id });
const appointment = z.strictObject({ appointmentId: id });
const reason = text(500, 2);

export const shortlistResponse = route('shortlistResponse', {
  method: 'POST',
  path: '/responses/:responseId/shortlist',
  kind: 'change',
  summary: { zh: '列入入围', en: 'Shortlist a response' },
  params: response,
  response: responseStateBody,
});
export const disqualifyResponse = route('disqualifyResponse', {
  method: 'POST',
  path: '/responses/:responseId/disqualify',
  kind: 'change',
  summary: { zh: '取消响应资格', en: 'Disqualify a response' },
  params: response,
  body: z.strictObject({ reason }),
  response: responseStateBody,
});
/**
 * Decides for a response. A reason is asked where there is a choice in a contest, or where another than the first in
 * rank is taken; else one is given by the rule. `scoring` is asked where the terms say that it is scored.
 */
export const awardLot = route('awardLot', {
  method: 'POST',
  path: '/lots/:lotId/award',
  kind: 'change',
  summary: { zh: '确定承接方', en: 'Award a lot' },
  params: lot,
  body: z.strictObject({
    responseId: id,
    reason: reason.optional(),
    /** What is agreed on; the response's price unless given. */
    amountFen: fen.optional(),
    scoring: scoring.optional(),
  }),
  response: awardView,
});
/** The winner steps back, or the poster takes the award back since it does not come to an agreement; before it is signed. */
export const cancelAward = route('cancelAward', {
  method: 'POST',
  path: '/lots/:lotId/award/cancel',
  kind: 'change',
  summary: { zh: '取消承接方（放弃或未签约）', en: 'Cancel an award before an agreement is signed' },
  params: lot,
  body: z.strictObject({ reason }),
  response: lotView,
});
/** Newest first, cancelled ones included. */
export const listAwards = route('listAwards', {
  method: 'GET',
  path: '/lots/:lotId/awards',
  summary: { zh: '标段的确定结果', en: 'List the awards of a lot' },
  params: lot,
  query: pageQuery,
  response: pageOf(awardView),
});
/**
 * Takes a provider without a call for responses: in `direct` mode it is asked and confirms by one tap, in an `emergency`
 * it is appointed at once and the notice follows, `recorded` enters what was decided elsewhere with its document.
 */
export const appointProvider = route('appointProvider', {
  method: 'POST',
  path: '/lots/:lotId/appoint',
  kind: 'change',
  summary: { zh: '直接确定（对接、应急、线下已定）', en: 'Appoint a provider directly' },
  params: lot,
  body: z.strictObject({
    organisationId: id,
    packageId: id.nullable().default(null),
    amountFen: fen.nullable().default(null),
    /** Required in an emergency. */
    reason: reason.optional(),
    /** Number, platform or place of the document; required for `recorded`. */
    documentNote: line(300, 2).optional(),
  }),
  response: appointmentOutcome,
});
/** Scan or file of a decision, by the poster; readers are those who see its ranking. */
export const addAwardDocument = route('addAwardDocument', {
  method: 'POST',
  path: '/awards/:awardId/documents',
  transfer: 'upload',
  summary: { zh: '上传确定依据', en: 'Attach a document to an award' },
  params: z.strictObject({ awardId: id }),
  body: z.strictObject({ title: line(120).optional() }),
  response: awardView,
  status: 200,
});
export const downloadAwardDocument = route('downloadAwardDocument', {
  method: 'GET',
  path: '/awards/:awardId/documents/:documentId',
  transfer: 'download',
  summary: { zh: '下载确定依据', en: 'Download a document of an award' },
  params: z.strictObject({ awardId: id, documentId: id }),
});
/** Asked of or by the organisation acted for, newest first; brokers see all. */
export const listAppointments = route('listAppointments', {
  method: 'GET',
  path: '/appointments',
  summary: { zh: '直接对接邀约列表', en: 'List direct requests' },
  query: pageQuery.extend({
    side: z.enum(['provider', 'poster']).default('provider'),
    state: appointmentState.optional(),
  }),
  response: pageOf(appointmentView),
});
export const acceptAppointment = route('acceptAppointment', {
  method: 'POST',
  path: '/appointments/:appointmentId/accept',
  kind: 'change',
  summary: { zh: '接受对接', en: 'Accept a direct request' },
  params: appointment,
  body: z.strictObject({
    /** Where the request names none. */
    packageId: id.nullable().default(null),
  }),
  response: appointmentView,
});
export const declineAppointment = route('declineAppointment', {
  method: 'POST',
  path: '/appointments/:appointmentId/decline',
  kind: 'change',
  summary: { zh: '谢绝对接', en: 'Decline a direct request' },
  params: appointment,
  body: z.strictObject({ reason: reason.optional() }),
  response: appointmentView,
});
export const withdrawAppointment = route('withdrawAppointment', {
  method: 'POST',
  path: '/appointments/:appointmentId/withdraw',
  kind: 'change',
  summary: { zh: '撤回对接邀约', en: 'Withdraw a direct request' },
  params: appointment,
  response: appointmentView,
});
/** How much of a package is taken, for its provider and whoever chooses. */
export const getPackageCapacity = route('getPackageCapacity', {
  method: 'GET',
  path: '/packages/:packageId/capacity',
  summary: { zh: '服务包的剩余能力', en: 'Show the capacity of a package' },
  params: z.strictObject({ packageId: id }),
  response: z.strictObject({
    packageId: id,
    version,
    used: z.int().min(0),
    capacity: z.int().min(0),
    free: z.int().min(0),
  }),
});
