import type { BrowserContext, ConsoleMessage, Request, Response, WebError } from 'playwright-core';

/** As DECISIONS.md asks: scripts and styles of the site alone, styles of antd by their nonce, no evaluation of text. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'nonce-?'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');
const nonce = /'nonce-([A-Za-z0-9+/]{22}==)'/;

/** A refusal that a journey provokes: its status, and what the path of the request ends with. */
export type Refusal = readonly [status: number, pathEnd: string];

/** What a browser did that it should not have done. */
export interface Watch {
  /** Everything wrong since the last time, what is expected left out. */
  faults(): readonly string[];
  /** From now on this refusal is expected. */
  expectRefusal(refusal: Refusal): void;
  /** Requests so far, by host. */
  readonly hosts: ReadonlyMap<string, number>;
  /** Pages so far, each of which had the policy decided or made a fault. */
  pages(): number;
}

/**
 * Sees everything that a browser asks for and complains of: requests to other hosts than the console's, violations of
 * its policy, errors of scripts, refusals nobody asked for, and pages whose policy is not the one decided.
 * @param origin of the console
 */
export function watch(context: BrowserContext, origin: string): Watch {
  const { host } = new URL(origin);
  const faults: string[] = [];
  const hosts = new Map<string, number>();
  const nonces = new Set<string>();
  let pages = 0;
  // Who has not signed in yet; what matcher, desk and deals have not heard of yet, which the console asks for again.
  const expected: Refusal[] = [
    [401, '/api/v1/me'],
    [404, '/matches'],
    [404, '/conflict-check'],
    [404, '/introductions'],
    [404, '/capacity'],
  ];

  context.on('request', (request: Request) => {
    const url = new URL(request.url());
    if (url.protocol === 'data:' || url.protocol === 'blob:') return;
    hosts.set(url.host, (hosts.get(url.host) ?? 0) + 1);
    if (url.host !== host) faults.push(`request to another host: ${request.method()} ${request.url()}`);
  });
  context.on('response', (response: Response) => {
    const status = response.status();
    const { pathname } = new URL(response.url());
    if (status >= 400 && !expected.some(([code, end]) => code === status && pathname.endsWith(end)))
      faults.push(`${status} for ${response.request().method()} ${pathname}`);
    if (response.request().resourceType() !== 'document' || status !== 200) return;
    const header = response.headers()['content-security-policy'] ?? '';
    const own = nonce.exec(header)?.[1] ?? '';
    if (header.replace(own, '?') !== policy) faults.push(`${pathname} has the policy ${header}`);
    if (nonces.has(own)) faults.push(`${pathname} was given a nonce for a second time`);
    nonces.add(own);
    pages += 1;
  });
  context.on('console', (message: ConsoleMessage) => {
    // Refusals are seen with their address above; violations of the policy come as errors of the console.
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    faults.push(`console: ${message.text()} (${message.page()?.url() ?? ''})`);
  });
  context.on(
    'weberror',
    (error: WebError) => void faults.push(`script: ${error.error().stack ?? error.error().message}`),
  );

  return {
    faults: () => faults.splice(0),
    expectRefusal: (refusal) => void expected.push(refusal),
    hosts,
    pages: () => pages,
  };
}
