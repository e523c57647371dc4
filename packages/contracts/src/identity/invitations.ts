import { z } from 'zod';
import { memberRole, organisationKind } from '../actor';
import { pageOf, pageQuery } from '../page';
import { id, instant, line, version } from '../primitives';
import { routesOf } from '../route';
import { membershipView } from './members';
import { loginName, newPassword } from './people';

const route = routesOf('identity');
const invitationTerms = z.strictObject({
  role: memberRole,
  uses: z.int().min(1).max(500).default(1),
  validDays: z.int().min(1).max(90).default(14),
});
export const invitationState = z.enum(['open', 'used', 'expired', 'revoked']);

/** `claim` gives a pre-loaded community its first account; `join` makes a member. */
export const invitationView = z.strictObject({
  id,
  version,
  type: z.enum(['claim', 'join']),
  organisationId: id.nullable(),
  /** 12-digit code of the community to be claimed. */
  communityCode: z.string().nullable(),
  /** Name of the organisation or community. */
  name: z.string(),
  role: memberRole,
  uses: z.int(),
  used: z.int(),
  state: invitationState,
  createdAt: instant,
  expiresAt: instant,
});
export type InvitationView = z.infer<typeof invitationView>;

/** Shown once; only hashes are kept. The path is what a QR code shows; the code is for telephone and paper. */
const issued = invitationView.extend({ path: z.string(), code: z.string() });
export type IssuedInvitation = z.infer<typeof issued>;

/** By the organisation's heads or a broker; for a community also by the officers of its area. */
export const createInvitation = route('createInvitation', {
  method: 'POST',
  path: '/organisations/:organisationId/invitations',
  kind: 'call',
  status: 201,
  summary: { zh: '邀请成员', en: 'Invite a member' },
  params: z.strictObject({ organisationId: id }),
  body: invitationTerms,
  response: issued,
});
/** By the officers of the area or a broker. */
export const inviteCommunity = route('inviteCommunity', {
  method: 'POST',
  path: '/communities/:communityCode/invitations',
  kind: 'call',
  status: 201,
  summary: { zh: '邀请社区认领', en: 'Invite a community to claim its account' },
  params: z.strictObject({ communityCode: z.string().regex(/^\d{12}$/) }),
  body: invitationTerms.extend({ role: z.enum(['owner', 'editor', 'viewer']).default('owner') }),
  response: issued,
});
/** Newest first, without their secrets. */
export const listInvitations = route('listInvitations', {
  method: 'GET',
  path: '/organisations/:organisationId/invitations',
  summary: { zh: '邀请列表', en: 'List invitations of an organisation' },
  params: z.strictObject({ organisationId: id }),
  query: pageQuery,
  response: pageOf(invitationView),
});
export const listCommunityInvitations = route('listCommunityInvitations', {
  method: 'GET',
  path: '/communities/:communityCode/invitations',
  summary: { zh: '社区认领邀请', en: 'List invitations of a community' },
  params: z.strictObject({ communityCode: z.string().regex(/^\d{12}$/) }),
  query: pageQuery,
  response: pageOf(invitationView),
});
export const revokeInvitation = route('revokeInvitation', {
  method: 'POST',
  path: '/invitations/:invitationId/revoke',
  kind: 'change',
  summary: { zh: '作废邀请', en: 'Revoke an invitation' },
  params: z.strictObject({ invitationId: id }),
  response: invitationView,
});

/** The last part of the link's path, or the code of 8 characters as read to somebody. */
const secret = line(64, 8);
/** Needs no sign-in. */
export const previewInvitation = route('previewInvitation', {
  method: 'POST',
  path: '/invitations/preview',
  kind: 'call',
  summary: { zh: '查看邀请', en: 'Show what an invitation is for' },
  body: z.strictObject({ secret }),
  response: z.strictObject({
    type: z.enum(['claim', 'join']),
    name: z.string(),
    kind: organisationKind,
    district: z.string().nullable(),
    subdistrict: z.string().nullable(),
    role: memberRole,
    expiresAt: instant,
  }),
  status: 200,
});
/** By whoever is signed in, or by a new person in the same step; the new person signs in afterwards with what was given. */
export const acceptInvitation = route('acceptInvitation', {
  method: 'POST',
  path: '/invitations/accept',
  kind: 'call',
  summary: { zh: '接受邀请', en: 'Accept an invitation' },
  body: z.strictObject({
    secret,
    newPerson: z
      .strictObject({ name: line(60), login: loginName, password: newPassword })
      .nullable()
      .default(null),
  }),
  response: z.strictObject({ personId: id, membership: membershipView }),
  status: 200,
});
