import { z } from 'zod';
import { actor, onBehalfChannel } from '../actor';
import { id, instant, line } from '../primitives';
import { routesOf } from '../route';
import { membershipView } from './members';
import { loginName } from './people';

const route = routesOf('identity');

/**
 * For whom a broker acts, and how the broker was asked to: the headers X-On-Behalf-Of, X-On-Behalf-Channel and
 * X-On-Behalf-Note (percent-encoded UTF-8) of a request.
 */
export const onBehalfClaim = z.strictObject({
  organisationId: id,
  channel: onBehalfChannel,
  /** What was said or signed, and by whom. */
  note: line(200, 2),
});
export type OnBehalfClaim = z.infer<typeof onBehalfClaim>;

/** How the gateway learns who stands behind a cookie or a token. An ended, unknown or expired one is `not-authenticated`. */
export const resolveActor = route('resolveActor', {
  method: 'POST',
  path: '/internal/actors',
  kind: 'call',
  internal: true,
  summary: { zh: '解析会话', en: 'Resolve a session or access token' },
  body: z.strictObject({
    credential: z.strictObject({ type: z.enum(['session', 'token']), secret: z.string().max(200) }),
    organisationId: z.uuid().nullable(),
    /** 403 `on-behalf.not-broker`, `on-behalf.kind`; 404 where there is no such organisation. */
    onBehalf: onBehalfClaim.nullable().default(null),
  }),
  response: z.strictObject({ actor }),
  status: 200,
});

/** What a person types to sign in. `code` is the second factor, where one is enrolled (reason `totp.required`, `totp.wrong`). */
export const signIn = z.strictObject({
  login: loginName,
  password: z.string().min(1).max(200),
  code: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
});
/** What a person learns of the own session. */
export const sessionView = z.strictObject({
  person: z.strictObject({ id, name: z.string(), login: z.string() }),
  organisations: z.array(membershipView),
  expiresAt: instant,
  /** `to-enrol`: a role needs a second factor before it can be used. */
  secondFactor: z.enum(['none', 'to-enrol', 'confirmed']),
});
export type SessionView = z.infer<typeof sessionView>;

/** The gateway sets the token as cookie and hides it from the answer. 401 wrong, 429 locked out (Retry-After), 503 busy. */
export const openSession = route('openSession', {
  method: 'POST',
  path: '/internal/sessions',
  kind: 'call',
  internal: true,
  status: 201,
  summary: { zh: '登录', en: 'Sign in' },
  body: signIn.extend({
    /** Of the person, for the lock-out. */
    remoteAddress: z.string().max(64).nullable(),
    /** Session of the same browser, which ends with this sign-in. */
    replaces: z.string().max(200).nullable().default(null),
  }),
  response: sessionView.extend({ sessionToken: z.string() }),
});
/** Harmless when the session is unknown or ended. */
export const closeSession = route('closeSession', {
  method: 'POST',
  path: '/internal/sessions/close',
  kind: 'call',
  internal: true,
  status: 204,
  summary: { zh: '退出登录', en: 'Sign out' },
  body: z.strictObject({ sessionToken: z.string().max(200) }),
});
