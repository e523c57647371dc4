import { z } from 'zod';
import { actingFor } from '../actor';
import { id, instant, line, version } from '../primitives';
import { routesOf } from '../route';
import { membershipView } from './members';

const route = routesOf('identity');

/** Sign-in name as typed; letters of any script, digits and `. _ - @`; case does not count. */
export const loginName = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{N}._@-]+$/u);
/** As typed at sign-in: any text, so that old passwords stay usable. */
const passwordText = z.string().min(1).max(200);
/** At least 10 characters, not a common one, not holding the login. */
export const newPassword = z.string().min(10).max(200);
/** One-time code of 6 digits from an authenticator app. */
const totpCode = z.string().regex(/^\d{6}$/);

export const personView = z.strictObject({
  id,
  version,
  name: z.string(),
  login: z.string(),
  /** A second factor is enrolled. */
  totp: z.boolean(),
  createdAt: instant,
});
export type PersonView = z.infer<typeof personView>;

export const getMe = route('getMe', {
  method: 'GET',
  path: '/me',
  summary: { zh: '我', en: 'Who I am' },
  response: z.strictObject({
    person: personView,
    /** In the order of joining. */
    organisations: z.array(membershipView),
    actingFor: actingFor.nullable(),
    inPlaceOf: id.nullable(),
    /** Whose place I may take now. */
    standingInFor: z.array(
      z.strictObject({
        organisationId: id,
        organisationName: z.string(),
        absent: z.strictObject({ id, name: z.string() }),
        until: instant,
      }),
    ),
    /** `to-enrol`: one of my roles needs a second factor, and is not available until then. */
    secondFactor: z.enum(['none', 'to-enrol', 'to-confirm', 'confirmed']),
  }),
});
export const changeMe = route('changeMe', {
  method: 'PATCH',
  path: '/me',
  summary: { zh: '修改姓名', en: 'Change my name' },
  body: z.strictObject({ name: line(60) }),
  response: personView,
});
/** For this session; `inPlaceOf` names the absent person whose place is taken. */
export const chooseOrganisation = route('chooseOrganisation', {
  method: 'PUT',
  path: '/me/organisation',
  kind: 'call',
  summary: { zh: '切换所代表的机构', en: 'Choose the organisation to act for' },
  body: z.strictObject({ organisationId: id, inPlaceOf: id.nullable().default(null) }),
  response: z.strictObject({ actingFor, inPlaceOf: id.nullable() }),
});
/** Ends all other sessions. */
export const changePassword = route('changePassword', {
  method: 'POST',
  path: '/me/password',
  kind: 'call',
  summary: { zh: '修改密码', en: 'Change my password' },
  body: z.strictObject({ current: passwordText, next: newPassword }),
});

/** A second factor; the secret is shown once and counts after `confirmTotp`. */
export const enrolTotp = route('enrolTotp', {
  method: 'POST',
  path: '/me/totp',
  kind: 'call',
  status: 201,
  summary: { zh: '绑定动态口令', en: 'Enrol a second factor' },
  body: z.strictObject({ password: passwordText }),
  response: z.strictObject({ secret: z.string(), uri: z.string() }),
});
export const confirmTotp = route('confirmTotp', {
  method: 'POST',
  path: '/me/totp/confirm',
  kind: 'call',
  summary: { zh: '确认动态口令', en: 'Confirm the second factor' },
  body: z.strictObject({ code: totpCode }),
});
export const removeTotp = route('removeTotp', {
  method: 'DELETE',
  path: '/me/totp',
  kind: 'call',
  summary: { zh: '解除动态口令', en: 'Remove the second factor' },
  body: z.strictObject({ password: passwordText, code: totpCode }),
});

export const accessTokenView = z.strictObject({
  id,
  name: z.string(),
  createdAt: instant,
  expiresAt: instant,
  lastUsedAt: instant.nullable(),
});
export type AccessTokenView = z.infer<typeof accessTokenView>;
/** The token (`dj_…`) is shown once. It acts for the organisation given, else for the first one. */
export const createAccessToken = route('createAccessToken', {
  method: 'POST',
  path: '/me/tokens',
  kind: 'call',
  status: 201,
  summary: { zh: '新建访问令牌', en: 'Create a personal access token' },
  body: z.strictObject({
    name: line(60),
    validDays: z.int().min(1).max(365).default(90),
    organisationId: id.nullable().default(null),
  }),
  response: accessTokenView.extend({ token: z.string() }),
});
/** At most 20 at a time, newest first. */
export const listAccessTokens = route('listAccessTokens', {
  method: 'GET',
  path: '/me/tokens',
  summary: { zh: '我的访问令牌', en: 'List my access tokens' },
  response: z.strictObject({ items: z.array(accessTokenView) }),
});
export const revokeAccessToken = route('revokeAccessToken', {
  method: 'DELETE',
  path: '/me/tokens/:tokenId',
  kind: 'call',
  summary: { zh: '吊销访问令牌', en: 'Revoke an access token' },
  params: z.strictObject({ tokenId: id }),
});

/** By an administrator or broker, or by the head of the only organisation that the person belongs to. Valid 30 minutes, once. */
export const issuePasswordReset = route('issuePasswordReset', {
  method: 'POST',
  path: '/people/:personId/password-reset',
  kind: 'call',
  status: 201,
  summary: { zh: '签发重置密码的一次性码', en: 'Issue a code to reset a password' },
  params: z.strictObject({ personId: id }),
  response: z.strictObject({ login: z.string(), code: z.string(), expiresAt: instant }),
});
/** Ends every session of the person. */
export const redeemPasswordReset = route('redeemPasswordReset', {
  method: 'POST',
  path: '/password-resets/redeem',
  kind: 'call',
  status: 204,
  summary: { zh: '用一次性码重置密码', en: 'Reset a password by a code' },
  body: z.strictObject({ login: loginName, code: line(20, 8), password: newPassword }),
});
