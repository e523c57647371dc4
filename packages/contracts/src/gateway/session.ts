import { sessionView, signIn } from '../identity/session';
import { routesOf } from '../route';

const route = routesOf('gateway');

/**
 * Sets the session cookie (`duijie_session`; in production `__Host-duijie_session`), which the answer does not repeat.
 * 401 wrong name, password or code (reason `totp.required` where a second factor is wanted), 429 too many tries.
 */
export const startSession = route('startSession', {
  method: 'POST',
  path: '/sign-in',
  kind: 'call',
  summary: { zh: '登录', en: 'Sign in' },
  body: signIn,
  response: sessionView,
});
/** Ends the session of the cookie and takes the cookie away; harmless without one. */
export const endSession = route('endSession', {
  method: 'POST',
  path: '/sign-out',
  kind: 'call',
  summary: { zh: '退出登录', en: 'Sign out' },
});
