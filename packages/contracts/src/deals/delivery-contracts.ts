import { z } from 'zod';
import { pageOf, pageQuery } from '../page';
import { id, text } from '../primitives';
import { routesOf } from '../route';
import { agreementTerms } from './agreement-terms';
import { acceptanceInput, agreementChangeView, agreementView } from './agreement-view';

const route = routesOf('deals');
const one = z.strictObject({ agreementId: id });
const milestone = one.extend({ milestoneId: id });
const change = one.extend({ changeId: id });
const fileIds = z.array(id).max(20).default([]);

/** Photographs and documents are welcome and never asked for. If-Match names the agreement's version. */
export const deliverMilestone = route('deliverMilestone', {
  method: 'POST',
  path: '/agreements/:agreementId/milestones/:milestoneId/deliver',
  kind: 'change',
  summary: { zh: '登记节点完成', en: 'Deliver a milestone' },
  params: milestone,
  body: z.strictObject({ note: text(2000).default(''), fileIds }),
  response: agreementView,
});
/** The last one to be accepted completes the agreement. Nothing is accepted by silence. */
export const acceptMilestone = route('acceptMilestone', {
  method: 'POST',
  path: '/agreements/:agreementId/milestones/:milestoneId/accept',
  kind: 'change',
  summary: { zh: '验收通过', en: 'Accept a milestone' },
  params: milestone,
  body: acceptanceInput.extend({ fileIds }),
  response: agreementView,
});
export const sendMilestoneBack = route('sendMilestoneBack', {
  method: 'POST',
  path: '/agreements/:agreementId/milestones/:milestoneId/send-back',
  kind: 'change',
  summary: { zh: '退回整改', en: 'Send a milestone back' },
  params: milestone,
  body: z.strictObject({ reason: text(2000, 2), fileIds }),
  response: agreementView,
});

/** Newest first. */
export const listAgreementChanges = route('listAgreementChanges', {
  method: 'GET',
  path: '/agreements/:agreementId/changes',
  summary: { zh: '协议变更记录', en: 'List the changes of an agreement' },
  params: one,
  query: pageQuery,
  response: pageOf(agreementChangeView),
});
/** By either side; one at a time. */
export const proposeAgreementChange = route('proposeAgreementChange', {
  method: 'POST',
  path: '/agreements/:agreementId/changes',
  summary: { zh: '提出协议变更', en: 'Propose a change of an agreement' },
  params: one,
  body: z.strictObject({ reason: text(1000, 2), terms: agreementTerms }),
  response: agreementView,
});
/** By the other side. If-Match names the agreement's version. */
export const agreeToChange = route('agreeToChange', {
  method: 'POST',
  path: '/agreements/:agreementId/changes/:changeId/agree',
  kind: 'change',
  summary: { zh: '同意协议变更', en: 'Agree to a change' },
  params: change,
  response: agreementView,
});
export const refuseChange = route('refuseChange', {
  method: 'POST',
  path: '/agreements/:agreementId/changes/:changeId/refuse',
  kind: 'change',
  summary: { zh: '不同意协议变更', en: 'Refuse a change' },
  params: change,
  body: z.strictObject({ reason: text(1000, 2) }),
  response: agreementView,
});
/** By the side that proposed it. */
export const withdrawChange = route('withdrawChange', {
  method: 'POST',
  path: '/agreements/:agreementId/changes/:changeId/withdraw',
  kind: 'change',
  summary: { zh: '撤回协议变更', en: 'Withdraw a change' },
  params: change,
  response: agreementView,
});
