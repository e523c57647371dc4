import type { Actor } from '@duijie/contracts';
import { actorHeaders } from '@duijie/testkit';

/** An answer: status, body and headers. */
export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

let keys = 0;

/** Calls a host as a person, with the headers that the kind of request asks for. */
export const apiOf = (environment: Readonly<Record<string, string>>, base: () => string) => (as: Actor) => {
  async function call<T>(method: string, path: string, body?: unknown, headers = {}): Promise<Answer<T>> {
    const form = body instanceof FormData;
    const answer = await fetch(`${base()}/api/v1${path}`, {
      method,
      headers: {
        ...actorHeaders(environment, as),
        'accept-language': 'en',
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, body: (json ? JSON.parse(text) : { text }) as T, headers: answer.headers };
  }
  return {
    get: <T = Record<string, unknown>>(path: string) => call<T>('GET', path),
    create: <T = Record<string, unknown>>(path: string, body: unknown) =>
      call<T>('POST', path, body, { 'idempotency-key': `offers-key-${(keys += 1)}` }),
    change: <T = Record<string, unknown>>(method: string, path: string, version: number, body: unknown = {}) =>
      call<T>(method, path, body, { 'if-match': `"${version}"` }),
  };
};
