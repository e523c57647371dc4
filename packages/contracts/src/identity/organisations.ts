import { z } from 'zod';
import { organisationKind, verificationState } from '../actor';
import { pageOf, pageQuery } from '../page';
import { id, line, text } from '../primitives';
import { routesOf } from '../route';
import { affiliationType } from '../state/organisation';
import {
  affiliationState,
  affiliationView,
  organisationChange,
  organisationInput,
  organisationSummary,
  organisationView,
} from './organisation-view';

const route = routesOf('identity');
const one = z.strictObject({ organisationId: id });
const why = z.strictObject({ reason: text(500, 2) });

/** The creator becomes its owner; it starts `pending`, unless association staff enter it. */
export const createOrganisation = route('createOrganisation', {
  method: 'POST',
  path: '/organisations',
  summary: { zh: '新建机构', en: 'Create an organisation' },
  body: organisationInput,
  response: organisationView,
});
/** By name. Others than `verified` are seen by association staff only, and by officers within their area. */
export const listOrganisations = route('listOrganisations', {
  method: 'GET',
  path: '/organisations',
  summary: { zh: '机构列表', en: 'List organisations' },
  query: pageQuery.extend({
    kind: organisationKind.optional(),
    verification: verificationState.default('verified'),
    district: line(30).optional(),
    /** Beginning of the name. */
    name: line(80).optional(),
  }),
  response: pageOf(organisationSummary),
});
export const getOrganisation = route('getOrganisation', {
  method: 'GET',
  path: '/organisations/:organisationId',
  summary: { zh: '查看机构', en: 'Show an organisation' },
  params: one,
  response: organisationView,
});
export const changeOrganisation = route('changeOrganisation', {
  method: 'PATCH',
  path: '/organisations/:organisationId',
  summary: { zh: '修改机构', en: 'Change an organisation' },
  params: one,
  body: organisationChange,
  response: organisationView,
});
export const verifyOrganisation = route('verifyOrganisation', {
  method: 'POST',
  path: '/organisations/:organisationId/verify',
  kind: 'change',
  summary: { zh: '通过核验', en: 'Verify an organisation' },
  params: one,
  body: why.partial(),
  response: organisationView,
});
export const rejectOrganisation = route('rejectOrganisation', {
  method: 'POST',
  path: '/organisations/:organisationId/reject',
  kind: 'change',
  summary: { zh: '核验不通过', en: 'Reject an organisation' },
  params: one,
  body: why,
  response: organisationView,
});
/** A rejected organisation asks again. */
export const resubmitOrganisation = route('resubmitOrganisation', {
  method: 'POST',
  path: '/organisations/:organisationId/resubmit',
  kind: 'change',
  summary: { zh: '重新申请核验', en: 'Ask for verification again' },
  params: one,
  response: organisationView,
});
export const suspendOrganisation = route('suspendOrganisation', {
  method: 'POST',
  path: '/organisations/:organisationId/suspend',
  kind: 'change',
  summary: { zh: '暂停机构', en: 'Suspend a verified organisation' },
  params: one,
  body: why,
  response: organisationView,
});
export const reinstateOrganisation = route('reinstateOrganisation', {
  method: 'POST',
  path: '/organisations/:organisationId/reinstate',
  kind: 'change',
  summary: { zh: '恢复机构', en: 'Reinstate a suspended organisation' },
  params: one,
  body: why,
  response: organisationView,
});

const tie = z.strictObject({ affiliationId: id });
/** Ties of both directions, newest first. The public sees confirmed ones only. */
export const listAffiliations = route('listAffiliations', {
  method: 'GET',
  path: '/organisations/:organisationId/affiliations',
  summary: { zh: '关联关系', en: 'List affiliations of an organisation' },
  params: one,
  query: pageQuery.extend({ state: affiliationState.optional() }),
  response: pageOf(affiliationView),
});
/** Proposed by the organisation of the path; entered by association staff it is confirmed at once. */
export const addAffiliation = route('addAffiliation', {
  method: 'POST',
  path: '/organisations/:organisationId/affiliations',
  summary: { zh: '登记关联关系', en: 'Propose an affiliation' },
  params: one,
  body: z.strictObject({
    type: affiliationType,
    /** `outgoing`: the organisation of the path sponsors (leads, …) the other one. */
    direction: z.enum(['outgoing', 'incoming']),
    organisationId: id,
  }),
  response: affiliationView,
});
export const confirmAffiliation = route('confirmAffiliation', {
  method: 'POST',
  path: '/affiliations/:affiliationId/confirm',
  kind: 'change',
  summary: { zh: '确认关联关系', en: 'Confirm an affiliation' },
  params: tie,
  response: affiliationView,
});
export const declineAffiliation = route('declineAffiliation', {
  method: 'POST',
  path: '/affiliations/:affiliationId/decline',
  kind: 'change',
  summary: { zh: '否认关联关系', en: 'Decline an affiliation' },
  params: tie,
  body: why.partial(),
  response: affiliationView,
});
export const endAffiliation = route('endAffiliation', {
  method: 'POST',
  path: '/affiliations/:affiliationId/end',
  kind: 'change',
  summary: { zh: '结束关联关系', en: 'End an affiliation' },
  params: tie,
  body: why.partial(),
  response: affiliationView,
});
