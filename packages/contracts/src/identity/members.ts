import { z } from 'zod';
import { memberRole, organisationKind, verificationState } from '../actor';
import { pageOf, pageQuery } from '../page';
import { id, instant, version } from '../primitives';
import { routesOf } from '../route';

const route = routesOf('identity');
const organisation = z.strictObject({ organisationId: id });
const one = z.strictObject({ organisationId: id, personId: id });

/** A person's place in an organisation, as the person sees it. */
export const membershipView = z.strictObject({
  organisationId: id,
  /** Of the membership; If-Match of leaving. */
  version,
  organisationName: z.string(),
  kind: organisationKind,
  role: memberRole,
  verification: verificationState,
  district: z.string().nullable(),
  subdistrict: z.string().nullable(),
  joinedAt: instant,
});
export type MembershipView = z.infer<typeof membershipView>;

/** A member, as colleagues see them. */
export const memberView = z.strictObject({
  personId: id,
  version,
  name: z.string(),
  login: z.string(),
  role: memberRole,
  joinedAt: instant,
});
export type MemberView = z.infer<typeof memberView>;

/** In the order of joining. */
export const listMembers = route('listMembers', {
  method: 'GET',
  path: '/organisations/:organisationId/members',
  summary: { zh: '成员列表', en: 'List members' },
  params: organisation,
  query: pageQuery,
  response: pageOf(memberView),
});
/** Which roles there are depends on the kind: `broker` and `administrator` in an association, `officer` in a subdistrict or department. */
export const changeMember = route('changeMember', {
  method: 'PATCH',
  path: '/organisations/:organisationId/members/:personId',
  summary: { zh: '修改成员角色', en: "Change a member's role" },
  params: one,
  body: z.strictObject({ role: memberRole }),
  response: memberView,
});
export const removeMember = route('removeMember', {
  method: 'DELETE',
  path: '/organisations/:organisationId/members/:personId',
  summary: { zh: '移除成员', en: 'Remove a member' },
  params: one,
});
/** The last owner (in an association: administrator) must hand over first. */
export const leaveOrganisation = route('leaveOrganisation', {
  method: 'POST',
  path: '/organisations/:organisationId/leave',
  kind: 'change',
  status: 204,
  summary: { zh: '退出机构', en: 'Leave an organisation' },
  params: organisation,
});

const who = z.strictObject({ id, name: z.string() });
/** From `from` until `until`, `deputy` may act with the role of the absent person and is recorded as taking their place. */
export const delegationView = z.strictObject({
  id,
  version,
  organisationId: id,
  absent: who,
  deputy: who,
  from: instant,
  until: instant,
  endedAt: instant.nullable(),
});
export type DelegationView = z.infer<typeof delegationView>;

/** Own absences, or all of the organisation for its heads; newest first. */
export const listDelegations = route('listDelegations', {
  method: 'GET',
  path: '/organisations/:organisationId/delegations',
  summary: { zh: '代理安排', en: 'List delegations' },
  params: organisation,
  query: pageQuery,
  response: pageOf(delegationView),
});
/** The caller is away; at most 180 days. */
export const createDelegation = route('createDelegation', {
  method: 'POST',
  path: '/organisations/:organisationId/delegations',
  summary: { zh: '指定代理人', en: 'Name a deputy while absent' },
  params: organisation,
  body: z.strictObject({ deputyId: id, from: instant, until: instant }),
  response: delegationView,
});
export const endDelegation = route('endDelegation', {
  method: 'POST',
  path: '/delegations/:delegationId/end',
  kind: 'change',
  summary: { zh: '提前结束代理', en: 'End a delegation early' },
  params: z.strictObject({ delegationId: id }),
  response: delegationView,
});
