import type { IncomingHttpHeaders } from 'node:http';

/** What a request shows of itself. `broken` is an Authorization header that is no access token of ours. */
export type Credential =
  | { readonly type: 'session' | 'token'; readonly secret: string }
  | { readonly type: 'broken' }
  | { readonly type: 'none' };

/** Browsers keep a `__Host-` cookie only from HTTPS, for this very host. @param production served behind HTTPS */
export const sessionCookieName = (production: boolean): string =>
  production ? '__Host-duijie_session' : 'duijie_session';

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** An Authorization header counts before the cookie, so that a program is never taken for the person at the browser. */
export function credentialOf(headers: IncomingHttpHeaders, cookieName: string): Credential {
  if (headers.authorization !== undefined) {
    const secret = /^Bearer (dj_[\w-]{1,190})$/i.exec(headers.authorization)?.[1];
    return secret === undefined ? { type: 'broken' } : { type: 'token', secret };
  }
  const secret = cookieOf(headers.cookie, cookieName);
  return secret !== undefined && /^[\w.~+/=-]{1,200}$/.test(secret) ? { type: 'session', secret } : { type: 'none' };
}
