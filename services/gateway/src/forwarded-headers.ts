import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** Of one connection only. @see RFC 9110, 7.6.1 */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Headers that may pass on: without those of one connection, those that `Connection` names, and `except`. */
export function forwardedHeaders(headers: IncomingHttpHeaders, except: readonly string[] = []): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !hopByHop.has(name) && !named.includes(name) && !except.includes(name)),
  );
}
