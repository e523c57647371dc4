import type { IncomingHttpHeaders } from 'node:http';

const hostOf = (origin: string): string | undefined => {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
};

/**
 * Where a browser says that a request comes from. Browsers set Sec-Fetch-Site and Origin themselves; pages cannot.
 * Sec-Fetch-Site is sent on HTTPS and localhost only, hence Origin, which is compared with Host.
 * @param knownOrigin the origin that browsers show, where a proxy changes Host
 * @returns `unsaid` when neither header is there, as with programs
 */
export function originOf(headers: IncomingHttpHeaders, knownOrigin?: string): 'same' | 'other' | 'unsaid' {
  const { origin } = headers;
  if (origin !== undefined) {
    if (knownOrigin !== undefined && origin === knownOrigin) return 'same';
    const host = hostOf(origin);
    return host !== undefined && host === headers.host?.toLowerCase() ? 'same' : 'other';
  }
  const site = headers['sec-fetch-site'];
  if (site === undefined) return 'unsaid';
  return site === 'same-origin' ? 'same' : 'other';
}
